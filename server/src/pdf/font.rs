//! Fonts: those of the Debian package `fonts-noto-cjk`, or of another folder with the same files.

use std::{path::PathBuf, sync::Arc};

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

/// The folder with the fonts.
#[derive(Clone, Debug)]
pub(crate) struct Fonts {
    folder: PathBuf,
}

impl Fonts {
    pub(crate) fn of(folder: impl Into<PathBuf>) -> Fonts {
        Fonts {
            folder: folder.into(),
        }
    }

    /// Reads the fonts for documents in this script.
    pub(super) fn faces(&self, script: Script) -> Result<Faces, PdfError> {
        Ok(Faces {
            regular: self.face("NotoSansCJK-Regular.ttc", script)?,
            bold: self.face("NotoSansCJK-Bold.ttc", script)?,
        })
    }

    fn face(&self, file: &str, script: Script) -> Result<Face, PdfError> {
        let path = self.folder.join(file);
        let named = || path.display().to_string();
        let data = std::fs::read(&path).map_err(|source| PdfError::NoFont {
            path: named(),
            source,
        })?;
        Face::of(Arc::new(data), script.index()).ok_or_else(|| PdfError::NotAFont(named()))
    }
}

/// A font that was read.
pub(super) struct Face {
    font: Font,
    data: Arc<Vec<u8>>,
    index: u32,
}

/// A glyph with the bytes of the text that it stands for, and its width at a size of one.
#[derive(Clone, Copy)]
pub(super) struct Glyph {
    id: u32,
    from: usize,
    to: usize,
    pub width: f32,
}

impl Face {
    fn of(data: Arc<Vec<u8>>, index: u32) -> Option<Face> {
        FontRef::from_index(data.as_slice(), index).ok()?;
        let font = Font::new(Arc::clone(&data).into(), index)?;
        Some(Face { font, data, index })
    }

    /// The glyphs of a line. A letter that the font does not have is the empty box that it has for this.
    pub(super) fn glyphs(&self, text: &str) -> Vec<Glyph> {
        let Ok(font) = FontRef::from_index(self.data.as_slice(), self.index) else {
            return Vec::new();
        };
        let (letters, sizes) = (
            font.charmap(),
            font.glyph_metrics(Size::unscaled(), LocationRef::default()),
        );
        let em = self.font.units_per_em();
        text.char_indices()
            .map(|(from, letter)| {
                let id = letters.map(letter).unwrap_or_default();
                Glyph {
                    id: id.to_u32(),
                    from,
                    to: from + letter.len_utf8(),
                    width: sizes.advance_width(id).unwrap_or_default() / em,
                }
            })
            .collect()
    }

    /// Draws a line, from this point at the foot of its letters.
    pub(super) fn draw(
        &self,
        surface: &mut Surface<'_>,
        (x, y): (f32, f32),
        size: f32,
        text: &str,
    ) {
        let glyphs: Vec<KrillaGlyph> = self
            .glyphs(text)
            .into_iter()
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
        surface.draw_glyphs(
            Point::from_xy(x, y),
            &glyphs,
            self.font.clone(),
            text,
            size,
            false,
        );
    }
}
