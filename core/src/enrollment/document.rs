//! The documents of an enrollment: what they are, by their content, and how many there may be.
//!
//! A file is what its first bytes say, whatever its name. What a browser is told of it later is this and nothing else.

mod pdf;

pub use pdf::{PdfScan, PdfStream, PdfStreams};

use serde::{Deserialize, Serialize};

use super::{CheckKind, Enrollment, Refusal, State};
use crate::{
    Timestamp,
    digest::Sha256,
    ids::DocumentId,
    picture::{self, PictureFormat},
    program::Setting,
    read::Read,
};

/// The most bytes of one document: ten megabytes.
pub const MOST_BYTES: u64 = 10 * 1024 * 1024;

/// The most documents of one enrollment, as long as the operator says nothing else.
pub const MOST_DOCUMENTS: usize = Setting::Documents.usual() as usize;

/// The number of first bytes that say what a file is: enough for every part of a photograph that stands before its
/// size.
pub const HEAD: usize = 256 * 1024;

/// The most pixels along one side of a picture.
pub const MOST_SIDE: u32 = 20_000;

/// The most pixels of a picture, which bounds what showing it takes, however small the file.
pub const MOST_PIXELS: u64 = 50_000_000;

/// The most bytes that the streams of a PDF unfold to, all together: 256 megabytes.
pub const MOST_UNFOLDED: u64 = 256 * 1024 * 1024;

/// What a document shows.
#[derive(
    Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize, Read,
)]
#[serde(rename_all = "snake_case")]
pub enum DocumentKind {
    /// The company's entry in a register.
    BusinessRegistration,
    /// A letter or statement of the tax authority.
    TaxRecord,
    /// A bill or statement with the company's address.
    AddressProof,
    /// The registration or invoice of the domain.
    DomainRegistration,
    /// A letter of the company about its employee.
    EmploymentProof,
}

impl DocumentKind {
    /// Every kind.
    pub const ALL: [DocumentKind; 5] = [
        DocumentKind::BusinessRegistration,
        DocumentKind::TaxRecord,
        DocumentKind::AddressProof,
        DocumentKind::DomainRegistration,
        DocumentKind::EmploymentProof,
    ];

    /// The stable name, as stored and serialized.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            DocumentKind::BusinessRegistration => "business_registration",
            DocumentKind::TaxRecord => "tax_record",
            DocumentKind::AddressProof => "address_proof",
            DocumentKind::DomainRegistration => "domain_registration",
            DocumentKind::EmploymentProof => "employment_proof",
        }
    }
}

crate::code::coded!(DocumentKind, "kind of document");

/// A document of an enrollment.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, Read)]
pub struct Document {
    /// Its id.
    pub id: DocumentId,
    /// The check that it supports.
    pub check: CheckKind,
    /// What it shows.
    pub kind: DocumentKind,
    /// What it is.
    pub format: Format,
    /// Its size.
    pub bytes: u64,
    /// Its digest.
    pub digest: Sha256,
    /// When it was added.
    pub at: Timestamp,
}

/// The format of a document.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize, Read)]
#[serde(rename_all = "snake_case")]
pub enum Format {
    /// Portable Document Format.
    Pdf,
    /// Portable Network Graphics.
    Png,
    /// A photograph.
    Jpeg,
}

impl Format {
    /// Every format.
    pub const ALL: [Format; 3] = [Format::Pdf, Format::Png, Format::Jpeg];

    /// The stable name, as serialized, and the ending of a file's name.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Format::Pdf => "pdf",
            Format::Png => "png",
            Format::Jpeg => "jpeg",
        }
    }

    /// The media type under which it is served.
    #[must_use]
    pub const fn media_type(self) -> &'static str {
        match self {
            Format::Pdf => "application/pdf",
            Format::Png => "image/png",
            Format::Jpeg => "image/jpeg",
        }
    }
}

/// What is wrong with a file.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize, Read)]
#[serde(rename_all = "snake_case")]
pub enum Unfit {
    /// There is nothing in it.
    Empty,
    /// It is none of the formats.
    UnknownFormat,
    /// It begins like one of the formats and goes on like none.
    Damaged,
    /// It is a picture with too many pixels.
    TooManyPixels,
    /// It is a PDF with a script, an action or a file in it.
    ActiveContent,
    /// It is a PDF with a password, or one that is packed in a way that is not looked into.
    Locked,
    /// It unfolds to more than [`MOST_UNFOLDED`].
    UnfoldsTooLarge,
}

impl Unfit {
    /// Everything that can be wrong.
    pub const ALL: [Unfit; 7] = [
        Unfit::Empty,
        Unfit::UnknownFormat,
        Unfit::Damaged,
        Unfit::TooManyPixels,
        Unfit::ActiveContent,
        Unfit::Locked,
        Unfit::UnfoldsTooLarge,
    ];

    /// The stable name, as serialized.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Unfit::Empty => "empty",
            Unfit::UnknownFormat => "unknown_format",
            Unfit::Damaged => "damaged",
            Unfit::TooManyPixels => "too_many_pixels",
            Unfit::ActiveContent => "active_content",
            Unfit::Locked => "locked",
            Unfit::UnfoldsTooLarge => "unfolds_too_large",
        }
    }
}

/// Recognizes a file by its first bytes: [`HEAD`] of them, or all if there are fewer. No byte is decompressed.
///
/// What is behind the head of a PDF is for [`PdfScan`] and [`PdfStreams`].
///
/// # Errors
/// [`Refusal::DocumentUnfit`], with what is wrong.
///
/// ```
/// use tierline_core::enrollment::{Format, recognize};
/// assert_eq!(recognize(b"%PDF-1.7\n1 0 obj"), Ok(Format::Pdf));
/// // A page of the web stays one, whatever it is called.
/// assert_eq!(recognize(b"<!doctype html><script>").unwrap_err().code(), "document_unfit");
/// ```
pub fn recognize(head: &[u8]) -> Result<Format, Refusal> {
    let unfit = |what| Err(Refusal::DocumentUnfit { what });
    let format = match head {
        [] => return unfit(Unfit::Empty),
        [b'%', b'P', b'D', b'F', b'-', version @ ..] if pdf::is_version(version) => {
            return Ok(Format::Pdf);
        }
        _ => match picture::format(head) {
            Some(PictureFormat::Png) => Format::Png,
            Some(PictureFormat::Jpeg) => Format::Jpeg,
            Some(PictureFormat::WebP) | None => return unfit(Unfit::UnknownFormat),
        },
    };
    match picture::size(head) {
        Some((wide, high))
            if wide.max(high) > MOST_SIDE || u64::from(wide) * u64::from(high) > MOST_PIXELS =>
        {
            unfit(Unfit::TooManyPixels)
        }
        Some(_) => Ok(format),
        None => unfit(Unfit::Damaged),
    }
}

/// Decides, before or while a file is received, whether it may be as large as it is so far.
///
/// # Errors
/// [`Refusal::DocumentTooLarge`].
///
/// ```
/// use tierline_core::enrollment::{MOST_BYTES, check_size};
/// assert!(check_size(MOST_BYTES).is_ok());
/// assert_eq!(check_size(MOST_BYTES + 1).unwrap_err().code(), "document_too_large");
/// ```
pub const fn check_size(bytes: u64) -> Result<(), Refusal> {
    if bytes > MOST_BYTES {
        Err(Refusal::DocumentTooLarge { most: MOST_BYTES })
    } else {
        Ok(())
    }
}

impl Enrollment {
    /// Since when a document waits for the operator: the first one that supports a check that is to be decided.
    ///
    /// ```
    /// use tierline_core::{enrollment::{CheckKind, Document, DocumentKind, Format}, testing::*};
    /// let mut enrollment = enrollment(&reseller());
    /// assert_eq!(enrollment.documents_since(), None);
    /// enrollment.documents.push(Document {
    ///     id: id(20), check: CheckKind::Business, kind: DocumentKind::TaxRecord, format: Format::Pdf,
    ///     bytes: 9, digest: tierline_core::digest::Sha256::from_bytes([1; 32]), at: day(3),
    /// });
    /// assert_eq!(enrollment.documents_since(), Some(day(3)));
    /// ```
    #[must_use]
    pub fn documents_since(&self) -> Option<Timestamp> {
        self.with_operator_since()?;
        let waits = |it: &&Document| self.checks.get(it.check).undecided_since().is_some();
        self.documents.iter().find(waits).map(|it| it.at)
    }

    /// Since when its documents are needed no more; never, as long as something is to be decided or remedied. They are
    /// kept for [as long as is set](crate::program::Setting::DocumentDays) nevertheless, because somebody may ask why
    /// it was decided so. Then their files are removed; what is known of them, and their digests, stays.
    ///
    /// ```
    /// use tierline_core::testing::*;
    /// assert_eq!(enrollment(&reseller()).documents_done(), None);
    /// assert_eq!(qualified_enrollment(&reseller()).documents_done(), Some(day(2)));
    /// // A check that has failed may still be appealed.
    /// assert_eq!(rejected(&reseller(), day(5)).documents_done(), None);
    /// ```
    #[must_use]
    pub fn documents_done(&self) -> Option<Timestamp> {
        match self.state {
            State::Qualified { at } | State::Active { at } if self.checks.are_passed() => {
                Some(self.documents.last().map_or(at, |it| it.at.max(at)))
            }
            _ => None,
        }
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::picture::tests::{jpeg, png, webp};

    fn what(file: &[u8]) -> Result<Format, &'static str> {
        recognize(file).map_err(|refusal| match refusal {
            Refusal::DocumentUnfit { what } => what.code(),
            _ => "another refusal",
        })
    }

    #[test]
    fn formats_are_told_by_content() {
        assert_eq!(what(&png(640, 480)), Ok(Format::Png));
        assert_eq!(what(&jpeg(640, 480)), Ok(Format::Jpeg));
        assert_eq!(what(b"%PDF-2.0\n"), Ok(Format::Pdf));
        assert_eq!(what(b""), Err("empty"));
        for other in [
            &b"GIF89a"[..],
            b"<svg xmlns='http://www.w3.org/2000/svg'/>",
            b"\n%PDF-1.7",
            b"%PDF-9.9",
            b"PK\x03\x04",
            b"\x89PNG\n",
            &webp(640, 480)[..],
        ] {
            assert_eq!(what(other), Err("unknown_format"), "{other:?}");
        }
    }

    #[test]
    fn pictures_have_bounds() {
        assert_eq!(what(&png(60_000, 60_000)), Err("too_many_pixels"));
        assert_eq!(what(&png(1, MOST_SIDE + 1)), Err("too_many_pixels"));
        assert_eq!(what(&jpeg(65_000, 65_000)), Err("too_many_pixels"));
        assert_eq!(what(&png(0, 5)), Err("damaged"));
        assert_eq!(what(&jpeg(0, 5)), Err("damaged"));
        for file in [png(640, 480), jpeg(640, 480)] {
            for cut in 8..20 {
                assert_eq!(what(&file[..cut]), Err("damaged"), "{cut}");
            }
        }
    }

    proptest! {
        #[test]
        fn never_panics(mut file in prop_oneof![Just(png(640, 480)), Just(jpeg(640, 480)), any::<Vec<u8>>()], at: prop::sample::Index, byte: u8) {
            if !file.is_empty() {
                let at = at.index(file.len());
                file[at] = byte;
            }
            let _ = recognize(&file);
        }
    }
}
