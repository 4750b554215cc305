//! Pictures by their first bytes: what they are, and how large. No byte is decompressed.
//!
//! A file is what its first bytes say, whatever its name.

mod jpeg;
mod png;
mod webp;

/// A format of pictures.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum PictureFormat {
    /// Portable Network Graphics.
    Png,
    /// A photograph.
    Jpeg,
    /// The format of the web for both.
    WebP,
}

/// Recognizes the format by the signature of the file.
///
/// ```
/// use tierline_core::picture::{PictureFormat, format};
/// assert_eq!(format(b"RIFF\x1a\0\0\0WEBPVP8L"), Some(PictureFormat::WebP));
/// assert_eq!(format(b"<svg xmlns='http://www.w3.org/2000/svg'/>"), None);
/// ```
#[must_use]
pub const fn format(head: &[u8]) -> Option<PictureFormat> {
    match head {
        [0x89, b'P', b'N', b'G', b'\r', b'\n', 0x1a, b'\n', ..] => Some(PictureFormat::Png),
        [0xff, 0xd8, ..] => Some(PictureFormat::Jpeg),
        [
            b'R',
            b'I',
            b'F',
            b'F',
            _,
            _,
            _,
            _,
            b'W',
            b'E',
            b'B',
            b'P',
            ..,
        ] => Some(PictureFormat::WebP),
        _ => None,
    }
}

/// Width and height in pixels. Nothing if what follows the signature is no head of such a picture, or if it is not in
/// these bytes.
///
/// ```
/// use tierline_core::picture::size;
/// assert_eq!(size(b"RIFF\x1a\0\0\0WEBPVP8L\x0d\0\0\0\x2f\x02\x40\0\0"), Some((3, 2)));
/// assert_eq!(size(b"RIFF\x1a\0\0\0WEBP"), None);
/// ```
#[must_use]
pub fn size(head: &[u8]) -> Option<(u32, u32)> {
    let (wide, high) = match format(head)? {
        PictureFormat::Png => png::size(head.get(8..)?),
        PictureFormat::Jpeg => jpeg::size(head.get(2..)?),
        PictureFormat::WebP => webp::size(head.get(12..)?),
    }?;
    (wide > 0 && high > 0).then_some((wide, high))
}

#[cfg(test)]
pub(crate) mod tests {
    use proptest::prelude::*;

    use super::*;

    pub(crate) fn png(wide: u32, high: u32) -> Vec<u8> {
        let mut file = b"\x89PNG\r\n\x1a\n\0\0\0\x0dIHDR".to_vec();
        file.extend(wide.to_be_bytes());
        file.extend(high.to_be_bytes());
        file.extend([8, 6, 0, 0, 0, 1, 2, 3, 4]);
        file
    }

    pub(crate) fn jpeg(wide: u16, high: u16) -> Vec<u8> {
        let mut file = b"\xff\xd8\xff\xe0\0\x10JFIF\0\x01\x01\0\0\x01\0\x01\0\0".to_vec();
        file.extend(b"\xff\xff\xc0\0\x0b\x08");
        file.extend(high.to_be_bytes());
        file.extend(wide.to_be_bytes());
        file.extend([1, 1, 0x11, 0]);
        file
    }

    /// One with a canvas of its own, as pictures with transparency have it.
    pub(crate) fn webp(wide: u32, high: u32) -> Vec<u8> {
        let mut file = b"RIFF\x1a\0\0\0WEBPVP8X\x0a\0\0\0\x10\0\0\0".to_vec();
        file.extend(&(wide - 1).to_le_bytes()[..3]);
        file.extend(&(high - 1).to_le_bytes()[..3]);
        file
    }

    #[test]
    fn a_picture_without_an_area_is_none() {
        for file in [png(0, 5), png(5, 0), jpeg(0, 5), jpeg(5, 0)] {
            assert_eq!(size(&file), None);
        }
        assert_eq!(size(&png(7, 5)), Some((7, 5)));
        assert_eq!(size(&jpeg(7, 5)), Some((7, 5)));
        assert_eq!(size(&webp(7, 5)), Some((7, 5)));
    }

    #[test]
    fn half_a_head_has_no_size() {
        for file in [png(640, 480), jpeg(640, 480), webp(640, 480)] {
            for cut in 12..20 {
                assert!(format(&file[..cut]).is_some(), "{cut}");
                assert_eq!(size(&file[..cut]), None, "{cut}");
            }
        }
    }

    proptest! {
        #[test]
        fn never_panics(
            mut file in prop_oneof![Just(png(640, 480)), Just(jpeg(640, 480)), Just(webp(640, 480)), any::<Vec<u8>>()],
            at: prop::sample::Index,
            byte: u8,
        ) {
            if !file.is_empty() {
                let at = at.index(file.len());
                file[at] = byte;
            }
            let _ = size(&file);
        }
    }
}
