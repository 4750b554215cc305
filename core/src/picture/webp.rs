//! The head of a WebP (RFC 9649).

/// Width and height, from what stands behind the signature: the first chunk is a photograph, a drawing, or a canvas for
/// either. Nothing if it is none of them.
pub(super) fn size(rest: &[u8]) -> Option<(u32, u32)> {
    let (kind, rest) = rest.split_first_chunk::<4>()?;
    let (_length, rest) = rest.split_first_chunk::<4>()?;
    match kind {
        b"VP8 " => photograph(rest),
        b"VP8L" => drawing(rest),
        b"VP8X" => canvas(rest),
        _ => None,
    }
}

/// Three bytes of the frame, a mark, and 14 bits each; the two above them only scale what is shown.
fn photograph(rest: &[u8]) -> Option<(u32, u32)> {
    let rest = rest.get(3..)?.strip_prefix(b"\x9d\x01\x2a")?;
    let (wide, rest) = rest.split_first_chunk()?;
    let (high, _) = rest.split_first_chunk()?;
    let number = |bytes: &[u8; 2]| u32::from(u16::from_le_bytes(*bytes) & 0x3fff);
    Some((number(wide), number(high)))
}

/// A mark, and 14 bits each of one less.
fn drawing(rest: &[u8]) -> Option<(u32, u32)> {
    let rest = rest.strip_prefix(b"\x2f")?;
    let (bits, _) = rest.split_first_chunk()?;
    let bits = u32::from_le_bytes(*bits);
    Some(((bits & 0x3fff) + 1, (bits >> 14 & 0x3fff) + 1))
}

/// Four bytes of what is on it, and three bytes each of one less.
fn canvas(rest: &[u8]) -> Option<(u32, u32)> {
    let rest = rest.get(4..)?;
    let ([a, b, c], rest) = rest.split_first_chunk()?;
    let ([d, e, f], _) = rest.split_first_chunk()?;
    let number = |bytes| u32::from_le_bytes(bytes) + 1;
    Some((number([*a, *b, *c, 0]), number([*d, *e, *f, 0])))
}

#[cfg(test)]
mod tests {
    use super::{super::tests::webp, *};

    #[test]
    fn each_kind_says_its_size() {
        let photograph = b"VP8 \x10\0\0\0\x30\x01\0\x9d\x01\x2a\x80\x42\xe0\x81";
        assert_eq!(size(photograph), Some((640, 480)));
        let drawing = b"VP8L\x0d\0\0\0\x2f\x7f\xc2\x77\0";
        assert_eq!(size(drawing), Some((640, 480)));
        assert_eq!(size(&webp(640, 480)[12..]), Some((640, 480)));
        assert_eq!(
            size(b"ICCP\x10\0\0\0\x30\x01\0\x9d\x01\x2a\x80\x02\xe0\x01"),
            None
        );
    }

    #[test]
    fn a_frame_without_its_mark_is_none() {
        assert_eq!(
            size(b"VP8 \x10\0\0\0\x30\x01\0\x9d\x01\x2b\x80\x02\xe0\x01"),
            None
        );
        assert_eq!(size(b"VP8L\x0d\0\0\0\x2e\x7f\xc2\x77\0"), None);
    }
}
