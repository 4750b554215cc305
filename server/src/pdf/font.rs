//! Fonts: those of the Debian package `fonts-noto-cjk`, or of another folder with the same files. They lack some
//! letters of European names, which are taken from DejaVu Sans.

use std::{
    cell::RefCell,
    collections::HashMap,
    path::{Path, PathBuf},
    sync::Arc,
};

use krilla::{
    geom::Point,
    surface::Surface,
    text::{Font, GlyphId, KrillaGlyph},
};
use skrifa::{
    FontRef, MetadataProvider as _,
    instance::{LocationRef, Size},
};

use super::{Faces, PdfError};

/// Where Debian's `fonts-dejavu-core` is.
const DEJAVU: &str = "/usr/share/fonts/truetype/dejavu";

/// The fonts of text, and of what stands out.
const REGULAR: &str = "NotoSansCJK-Regular.ttc";
const BOLD: &str = "NotoSansCJK-Bold.ttc";

/// The form of Chinese characters that a document is in. The same characters are drawn in different ways.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Script {
    Traditional,
    Simplified,
}

impl Script {
    /// The place of its font in the collection: JP, KR, SC, TC, HK.
    const fn index(self) -> u32 {
        match self {
            Script::Simplified => 2,
            Script::Traditional => 3,
        }
    }
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Weight {
    Regular,
    Bold,
}

/// For letters that those lack, in the same order.
const OTHERS: [&str; 2] = ["DejaVuSans.ttf", "DejaVuSans-Bold.ttf"];

/// The folder with the fonts, and the one in which the others are if they are not there.
#[derive(Clone, Debug)]
pub(crate) struct Fonts {
    folder: PathBuf,
    others: PathBuf,
}

impl Fonts {
    pub(crate) fn of(folder: impl Into<PathBuf>) -> Fonts {
        Fonts {
            folder: folder.into(),
            others: DEJAVU.into(),
        }
    }

    /// The same with another folder for the others.
    #[cfg(test)]
    pub(super) fn with_others_in(self, others: impl Into<PathBuf>) -> Fonts {
        Fonts {
            others: others.into(),
            ..self
        }
    }

    /// The files without which no document can be made, as far as they are missing.
    pub(crate) fn missing(&self) -> Vec<PathBuf> {
        let needed = [REGULAR, BOLD].map(|file| self.folder.join(file));
        needed.into_iter().filter(|file| !file.is_file()).collect()
    }

    /// The files without which documents are made, but some letters of European names are empty boxes, as far as they
    /// are missing.
    pub(crate) fn missing_for_some(&self) -> Vec<&'static str> {
        let is_missing = |file: &&str| !self.folders().iter().any(|it| it.join(file).is_file());
        OTHERS.into_iter().filter(is_missing).collect()
    }

    fn folders(&self) -> [&Path; 2] {
        [&self.folder, &self.others]
    }

    /// Reads the fonts for documents in this script.
    pub(super) fn faces(&self, script: Script) -> Result<Faces, PdfError> {
        let [regular, bold] = OTHERS;
        Ok(Faces {
            regular: self.face(REGULAR, script)?.with(self.other(regular)),
            bold: self.face(BOLD, script)?.with(self.other(bold)),
        })
    }

    /// The font for letters that the first one does not have, if it is there: beside that, or where Debian has it.
    fn other(&self, file: &str) -> Option<Loaded> {
        let mut folders = self.folders().into_iter();
        let data = folders.find_map(|folder| std::fs::read(folder.join(file)).ok())?;
        Loaded::of(Arc::new(data), 0)
    }

    fn face(&self, file: &str, script: Script) -> Result<Face, PdfError> {
        let path = self.folder.join(file);
        let named = || path.display().to_string();
        let data = std::fs::read(&path).map_err(|source| PdfError::NoFont {
            path: named(),
            source,
        })?;
        let first = Loaded::of(Arc::new(data), script.index());
        let first = first.ok_or_else(|| PdfError::NotAFont(named()))?;
        Ok(Face {
            fonts: vec![first],
            known: RefCell::default(),
        })
    }
}

/// A font that was read.
struct Loaded {
    font: Font,
    data: Arc<Vec<u8>>,
    index: u32,
}

/// Fonts of one weight. A letter is of the first that has it.
pub(super) struct Face {
    fonts: Vec<Loaded>,
    /// The letters that were looked up: a long document has the same ones again and again.
    known: RefCell<HashMap<char, Known>>,
}

/// A letter that was looked up.
#[derive(Clone, Copy)]
struct Known {
    of: usize,
    id: u32,
    width: f32,
}

/// A glyph with the bytes of the text that it stands for, and its width at a size of one.
#[derive(Clone, Copy)]
pub(super) struct Glyph {
    /// The place of its font among those of the face.
    of: usize,
    id: u32,
    from: usize,
    to: usize,
    pub width: f32,
}

impl Loaded {
    fn of(data: Arc<Vec<u8>>, index: u32) -> Option<Loaded> {
        FontRef::from_index(data.as_slice(), index).ok()?;
        let font = Font::new(Arc::clone(&data).into(), index)?;
        Some(Loaded { font, data, index })
    }

    fn read(&self) -> Option<FontRef<'_>> {
        FontRef::from_index(self.data.as_slice(), self.index).ok()
    }
}

impl Face {
    fn with(mut self, other: Option<Loaded>) -> Face {
        self.fonts.extend(other);
        self
    }

    /// The glyphs of a line. A letter that no font has is the empty box that the first has for this.
    pub(super) fn glyphs(&self, text: &str) -> Vec<Glyph> {
        text.char_indices()
            .filter_map(|(from, letter)| {
                let Known { of, id, width } = self.known(letter)?;
                Some(Glyph {
                    of,
                    id,
                    from,
                    to: from + letter.len_utf8(),
                    width,
                })
            })
            .collect()
    }

    fn known(&self, letter: char) -> Option<Known> {
        let before = self.known.borrow().get(&letter).copied();
        if before.is_some() {
            return before;
        }
        let found = self.looked_up(letter)?;
        self.known.borrow_mut().insert(letter, found);
        Some(found)
    }

    fn looked_up(&self, letter: char) -> Option<Known> {
        let fonts: Vec<_> = self
            .fonts
            .iter()
            .filter_map(|loaded| {
                let font = loaded.read()?;
                let sizes = font.glyph_metrics(Size::unscaled(), LocationRef::default());
                Some((font.charmap(), sizes, loaded.font.units_per_em()))
            })
            .collect();
        let found = fonts
            .iter()
            .position(|(letters, ..)| letters.map(letter).is_some());
        let of = found.unwrap_or_default();
        let (letters, sizes, em) = fonts.get(of)?;
        let id = letters.map(letter).unwrap_or_default();
        Some(Known {
            of,
            id: id.to_u32(),
            width: sizes.advance_width(id).unwrap_or_default() / em,
        })
    }

    /// Draws a line, from this point at the foot of its letters.
    pub(super) fn draw(
        &self,
        surface: &mut Surface<'_>,
        (mut x, y): (f32, f32),
        size: f32,
        text: &str,
    ) {
        for run in self.glyphs(text).chunk_by(|one, next| one.of == next.of) {
            let Some(loaded) = run.first().and_then(|first| self.fonts.get(first.of)) else {
                continue;
            };
            let glyphs: Vec<KrillaGlyph> = run
                .iter()
                .map(|glyph| KrillaGlyph {
                    glyph_id: GlyphId::new(glyph.id),
                    text_range: glyph.from..glyph.to,
                    x_advance: glyph.width,
                    x_offset: 0.0,
                    y_offset: 0.0,
                    y_advance: 0.0,
                    location: None,
                })
                .collect();
            let (at, font) = (Point::from_xy(x, y), loaded.font.clone());
            surface.draw_glyphs(at, &glyphs, font, text, size, false);
            x += run.iter().map(|glyph| glyph.width * size).sum::<f32>();
        }
    }
}
