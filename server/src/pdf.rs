//! Documents in PDF: text from top to bottom, on as many pages as it takes. Knows no area.
//!
//! The fonts are those of the system ([`Fonts`]): they have every letter that a name in the program can have, and of
//! them a document holds only the glyphs that it shows. Text stays text: it can be searched, copied and read aloud.

mod font;
mod layout;

#[cfg(test)]
pub(crate) mod tests;

use krilla::{
    Document, color::rgb, geom::PathBuilder, metadata::Metadata, num::NormalizedF32,
    page::PageSettings, paint::Fill, paint::Stroke, surface::Surface,
};

use font::{Face, Weight};
pub(crate) use font::{Fonts, Script};
use layout::Lines;

/// A4, in points.
const WIDTH: f32 = 595.0;
const HEIGHT: f32 = 842.0;
/// The border on each side.
const MARGIN: f32 = 56.0;
/// The column of text.
const COLUMN: f32 = WIDTH - 2.0 * MARGIN;
/// The column of labels in a list of pairs.
const LABELS: f32 = 150.0;
/// The height of a line, in the size of its letters. Chinese needs more than Latin.
const LEADING: f32 = 1.5;

/// Why a document was not made.
#[derive(Debug, thiserror::Error)]
pub(crate) enum PdfError {
    #[error("the font `{path}` could not be read: {source}")]
    NoFont {
        path: String,
        source: std::io::Error,
    },
    #[error("`{0}` is not a font that is understood")]
    NotAFont(String),
    #[error("the document could not be written: {0}")]
    Unwritten(String),
}

/// A part of a document.
#[derive(Clone, Debug)]
enum Part {
    Line {
        text: String,
        size: f32,
        weight: Weight,
        above: f32,
    },
    Pair {
        label: String,
        value: String,
    },
    Rule,
}

/// A document that is being written.
#[derive(Clone, Debug)]
pub(crate) struct Pdf {
    title: String,
    language: &'static str,
    script: Script,
    parts: Vec<Part>,
    footer: String,
}

impl Pdf {
    /// A document with this title, in this language.
    pub(crate) fn new(title: impl Into<String>, language: &'static str, script: Script) -> Pdf {
        let title = title.into();
        let mut pdf = Pdf {
            title: title.clone(),
            language,
            script,
            parts: Vec::new(),
            footer: String::new(),
        };
        pdf.line(title, 20.0, Weight::Bold, 0.0);
        pdf
    }

    /// Words at the foot of each page, before its number.
    pub(crate) fn footer(mut self, words: impl Into<String>) -> Pdf {
        self.footer = words.into();
        self
    }

    /// A heading.
    pub(crate) fn heading(&mut self, text: impl Into<String>) {
        self.line(text, 13.0, Weight::Bold, 18.0);
    }

    /// A paragraph; its lines stay lines.
    pub(crate) fn paragraph(&mut self, text: impl Into<String>) {
        self.line(text, 10.0, Weight::Regular, 8.0);
    }

    /// A fact with its name.
    pub(crate) fn pair(&mut self, label: impl Into<String>, value: impl Into<String>) {
        self.parts.push(Part::Pair {
            label: label.into(),
            value: value.into(),
        });
    }

    /// A line across the page.
    pub(crate) fn rule(&mut self) {
        self.parts.push(Part::Rule);
    }

    fn line(&mut self, text: impl Into<String>, size: f32, weight: Weight, above: f32) {
        self.parts.push(Part::Line {
            text: text.into(),
            size,
            weight,
            above,
        });
    }

    /// The bytes of the document. Reads the fonts, which takes some milliseconds: not to be called where others wait.
    ///
    /// # Errors
    /// [`PdfError`].
    pub(crate) fn write(&self, fonts: &Fonts) -> Result<Vec<u8>, PdfError> {
        let faces = fonts.faces(self.script)?;
        let pages = self.pages(&faces);
        let count = pages.len();
        let mut document = Document::new();
        document.set_metadata(
            Metadata::new()
                .title(self.title.clone())
                .language(self.language.to_owned())
                .creator("Tierline".to_owned()),
        );
        for (number, placed) in (1..).zip(pages) {
            let settings = PageSettings::from_wh(WIDTH, HEIGHT)
                .ok_or_else(|| PdfError::Unwritten("a page has no size".to_owned()))?;
            let mut page = document.start_page_with(settings);
            let mut surface = page.surface();
            for piece in placed {
                piece.draw(&mut surface, &faces);
            }
            let foot = format!("{} {number}/{count}", self.footer);
            faces
                .regular
                .draw(&mut surface, (MARGIN, HEIGHT - 30.0), 8.0, foot.trim());
            surface.finish();
            page.finish();
        }
        document
            .finish()
            .map_err(|error| PdfError::Unwritten(format!("{error:?}")))
    }

    /// The pieces of each page, at their places.
    fn pages(&self, faces: &Faces) -> Vec<Vec<Piece>> {
        let mut flow = Flow {
            pages: vec![Vec::new()],
            y: MARGIN,
        };
        for part in &self.parts {
            match part {
                Part::Rule => {
                    flow.room(16.0);
                    flow.y += 8.0;
                    let y = flow.y;
                    flow.put(Piece::Rule { y });
                    flow.y += 8.0;
                }
                Part::Line {
                    text,
                    size,
                    weight,
                    above,
                } => {
                    flow.y += above;
                    for line in Lines::of(text, faces.of(*weight), *size, COLUMN) {
                        flow.line(line, MARGIN, *size, *weight);
                    }
                }
                Part::Pair { label, value } => {
                    flow.y += 4.0;
                    flow.pair(label, value, faces);
                }
            }
        }
        flow.pages
    }
}

/// The fonts of a document.
struct Faces {
    regular: Face,
    bold: Face,
}

impl Faces {
    fn of(&self, weight: Weight) -> &Face {
        match weight {
            Weight::Regular => &self.regular,
            Weight::Bold => &self.bold,
        }
    }
}

/// What stands on a page.
enum Piece {
    Text {
        text: String,
        at: (f32, f32),
        size: f32,
        weight: Weight,
    },
    Rule {
        y: f32,
    },
}

impl Piece {
    fn draw(&self, surface: &mut Surface<'_>, faces: &Faces) {
        match self {
            Piece::Text {
                text,
                at,
                size,
                weight,
            } => faces.of(*weight).draw(surface, *at, *size, text),
            Piece::Rule { y } => {
                let mut path = PathBuilder::new();
                path.move_to(MARGIN, *y);
                path.line_to(WIDTH - MARGIN, *y);
                if let Some(path) = path.finish() {
                    surface.set_fill(None);
                    surface.set_stroke(Some(Stroke {
                        paint: rgb::Color::new(180, 180, 180).into(),
                        width: 0.5,
                        ..Stroke::default()
                    }));
                    surface.draw_path(&path);
                    surface.set_stroke(None);
                    surface.set_fill(Some(black()));
                }
            }
        }
    }
}

fn black() -> Fill {
    Fill {
        paint: rgb::Color::black().into(),
        opacity: NormalizedF32::ONE,
        ..Fill::default()
    }
}

/// Pages being filled from top to bottom.
struct Flow {
    pages: Vec<Vec<Piece>>,
    y: f32,
}

impl Flow {
    /// Goes on to another page, if there is not so much room.
    fn room(&mut self, height: f32) {
        if self.y + height > HEIGHT - MARGIN {
            self.pages.push(Vec::new());
            self.y = MARGIN;
        }
    }

    fn put(&mut self, piece: Piece) {
        if let Some(page) = self.pages.last_mut() {
            page.push(piece);
        }
    }

    fn line(&mut self, text: String, x: f32, size: f32, weight: Weight) {
        let height = size * LEADING;
        self.room(height);
        let at = (x, self.y + size);
        self.put(Piece::Text {
            text,
            at,
            size,
            weight,
        });
        self.y += height;
    }

    /// A label, and beside it the lines of its value.
    fn pair(&mut self, label: &str, value: &str, faces: &Faces) {
        const SIZE: f32 = 10.0;
        let mut labels = Lines::of(label, &faces.bold, SIZE, LABELS - 8.0);
        let mut values = Lines::of(value, &faces.regular, SIZE, COLUMN - LABELS);
        loop {
            let (label, value) = (labels.next(), values.next());
            if label.is_none() && value.is_none() {
                return;
            }
            self.room(SIZE * LEADING);
            let y = self.y;
            if let Some(label) = label {
                self.line(label, MARGIN, SIZE, Weight::Bold);
            }
            // Both begin on one line.
            self.y = y;
            if let Some(value) = value {
                self.line(value, MARGIN + LABELS, SIZE, Weight::Regular);
            }
            self.y = y + SIZE * LEADING;
        }
    }
}
