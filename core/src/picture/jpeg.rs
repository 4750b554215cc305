//! The head of a JPEG (ISO/IEC 10918-1, annex B).

/// Width and height, from what stands behind the first marker: the segments up to the frame are walked over. Nothing if
/// there is no frame in the head.
pub(super) fn size(rest: &[u8]) -> Option<(u32, u32)> {
    let mut rest = rest;
    loop {
        let (marker, after) = marker(rest)?;
        match marker {
            // A frame of any kind; the others of this range are tables.
            0xc0..=0xcf if !matches!(marker, 0xc4 | 0xc8 | 0xcc) => return frame(after),
            // Markers without a length, and those that only come behind the frame.
            0x00..=0x01 | 0xd0..=0xda => return None,
            _ => {
                let (length, _) = after.split_first_chunk()?;
                let length = usize::from(u16::from_be_bytes(*length));
                // The length counts itself.
                rest = after.get(length.max(2)..)?;
            }
        }
    }
}

/// The next marker, with what follows. Any number of fill bytes may stand before it.
fn marker(rest: &[u8]) -> Option<(u8, &[u8])> {
    let rest = rest.strip_prefix(b"\xff")?;
    let at = rest.iter().position(|byte| *byte != 0xff)?;
    let (marker, after) = rest.get(at..)?.split_first()?;
    Some((*marker, after))
}

fn frame(rest: &[u8]) -> Option<(u32, u32)> {
    let ([_, _, precision], rest) = rest.split_first_chunk()?;
    let (high, rest) = rest.split_first_chunk()?;
    let (wide, rest) = rest.split_first_chunk()?;
    let components = rest.first()?;
    let known = matches!(precision, 8 | 12 | 16) && (1..=4).contains(components);
    let number = |bytes: &[u8; 2]| u32::from(u16::from_be_bytes(*bytes));
    known.then(|| (number(wide), number(high)))
}

#[cfg(test)]
mod tests {
    use super::super::tests::jpeg;

    #[test]
    fn segments_are_walked_over() {
        let file = jpeg(3, 2);
        assert_eq!(super::size(&file[2..]), Some((3, 2)));
        // A picture that begins with its data has no frame.
        assert_eq!(super::size(b"\xff\xda\0\x02"), None);
        assert_eq!(super::size(b"\xff\xe1\0\0\xff\xe1\0\0"), None);
        let mut strange = file;
        strange[25] = 7;
        assert_eq!(super::size(&strange[2..]), None, "a precision of 7 bits");
    }
}
