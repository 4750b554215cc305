//! The logo of a provider: which files can become one.
//!
//! "Submit a support request with the company name, logo, and target URL for each location" ("Partner with indirect
//! resellers in the CSP program"). What a provider uploads is never shown: it is drawn again, in two sizes.

use serde::{Deserialize, Serialize};

use super::Refusal;
use crate::{
    picture::{self, PictureFormat},
    read::Read,
};

/// The most bytes of the uploaded file: two megabytes.
pub const MOST_LOGO_BYTES: u64 = 2 * 1024 * 1024;

/// The most pixels along one side of it.
pub const MOST_LOGO_SIDE: u32 = 4096;

/// The most pixels of it, which bounds what drawing it again takes, however small the file.
pub const MOST_LOGO_PIXELS: u64 = 16_000_000;

/// The sizes in which a logo is kept. Each is within a square, twice as wide as it is shown, for fine screens.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize, Read)]
#[serde(rename_all = "snake_case")]
pub enum LogoSize {
    /// For the list.
    Small,
    /// For the provider's page.
    Large,
}

impl LogoSize {
    /// Every size.
    pub const ALL: [LogoSize; 2] = [LogoSize::Small, LogoSize::Large];

    /// The stable name, as serialized, and as it stands in addresses.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            LogoSize::Small => "small",
            LogoSize::Large => "large",
        }
    }

    /// The side of the square, in pixels.
    #[must_use]
    pub const fn side(self) -> u32 {
        match self {
            LogoSize::Small => 96,
            LogoSize::Large => 192,
        }
    }
}

crate::code::coded!(LogoSize, "size of a logo");

/// What is wrong with a file.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize, Read)]
#[serde(rename_all = "snake_case")]
pub enum LogoFault {
    /// There is nothing in it.
    Empty,
    /// It is none of the formats.
    UnknownFormat,
    /// It begins like one of the formats and goes on like none.
    Damaged,
    /// It has too many pixels.
    TooManyPixels,
}

impl LogoFault {
    /// Everything that can be wrong.
    pub const ALL: [LogoFault; 4] = [
        LogoFault::Empty,
        LogoFault::UnknownFormat,
        LogoFault::Damaged,
        LogoFault::TooManyPixels,
    ];

    /// The stable name, as serialized.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            LogoFault::Empty => "empty",
            LogoFault::UnknownFormat => "unknown_format",
            LogoFault::Damaged => "damaged",
            LogoFault::TooManyPixels => "too_many_pixels",
        }
    }
}

/// Decides, while a file is received, whether it may be as large as it is so far.
///
/// # Errors
/// [`Refusal::LogoTooLarge`].
///
/// ```
/// use tierline_core::directory::{MOST_LOGO_BYTES, check_logo_size};
/// assert!(check_logo_size(MOST_LOGO_BYTES).is_ok());
/// assert_eq!(check_logo_size(MOST_LOGO_BYTES + 1).unwrap_err().code(), "logo_too_large");
/// ```
pub const fn check_logo_size(bytes: u64) -> Result<(), Refusal> {
    if bytes > MOST_LOGO_BYTES {
        Err(Refusal::LogoTooLarge {
            most: MOST_LOGO_BYTES,
        })
    } else {
        Ok(())
    }
}

/// Recognizes a file by its content, before a byte of it is decompressed: a small file may unfold to any size.
///
/// # Errors
/// [`Refusal::LogoUnfit`], with what is wrong.
///
/// ```
/// use tierline_core::{directory::recognize_logo, picture::PictureFormat};
/// let drawing = b"RIFF\x1a\0\0\0WEBPVP8L\x0d\0\0\0\x2f\x02\x40\0\0";
/// assert_eq!(recognize_logo(drawing), Ok(PictureFormat::WebP));
/// // A drawing with scripts in it is none.
/// assert_eq!(recognize_logo(b"<svg xmlns='http://www.w3.org/2000/svg'/>").unwrap_err().code(), "logo_unfit");
/// ```
pub fn recognize_logo(file: &[u8]) -> Result<PictureFormat, Refusal> {
    let unfit = |what| Err(Refusal::LogoUnfit { what });
    if file.is_empty() {
        return unfit(LogoFault::Empty);
    }
    let Some(format) = picture::format(file) else {
        return unfit(LogoFault::UnknownFormat);
    };
    match picture::size(file) {
        None => unfit(LogoFault::Damaged),
        Some((wide, high))
            if wide.max(high) > MOST_LOGO_SIDE
                || u64::from(wide) * u64::from(high) > MOST_LOGO_PIXELS =>
        {
            unfit(LogoFault::TooManyPixels)
        }
        Some(_) => Ok(format),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::picture::tests::{jpeg, png, webp};

    fn what(file: &[u8]) -> Result<PictureFormat, &'static str> {
        recognize_logo(file).map_err(|refusal| match refusal {
            Refusal::LogoUnfit { what } => what.code(),
            _ => "another refusal",
        })
    }

    #[test]
    fn three_formats_are_told_by_content() {
        assert_eq!(what(&png(640, 480)), Ok(PictureFormat::Png));
        assert_eq!(what(&jpeg(640, 480)), Ok(PictureFormat::Jpeg));
        assert_eq!(what(&webp(640, 480)), Ok(PictureFormat::WebP));
        assert_eq!(what(b""), Err("empty"));
        for other in [&b"GIF89a"[..], b"<svg/>", b"%PDF-1.7", b"BM"] {
            assert_eq!(what(other), Err("unknown_format"), "{other:?}");
        }
    }

    #[test]
    fn a_bomb_is_refused_by_its_head() {
        assert_eq!(what(&png(4096, 4096)), Err("too_many_pixels"));
        assert_eq!(what(&png(4096, 3906)), Ok(PictureFormat::Png));
        assert_eq!(what(&png(1, 4097)), Err("too_many_pixels"));
        assert_eq!(what(&jpeg(65_000, 65_000)), Err("too_many_pixels"));
        assert_eq!(what(&webp(16_000, 16_000)), Err("too_many_pixels"));
        assert_eq!(what(&png(640, 480)[..20]), Err("damaged"));
    }
}
