//! The head of a PNG (ISO/IEC 15948, 11.2.2).

/// Width and height, from what stands behind the signature. Nothing if it is no header of a picture.
pub(super) fn size(rest: &[u8]) -> Option<(u32, u32)> {
    let rest = rest.strip_prefix(b"\0\0\0\x0dIHDR")?;
    let (wide, rest) = rest.split_first_chunk()?;
    let (high, rest) = rest.split_first_chunk()?;
    let ([depth, color, compression, filter, interlace], rest) = rest.split_first_chunk()?;
    let depths: &[u8] = match color {
        0 => &[1, 2, 4, 8, 16],
        2 | 4 | 6 => &[8, 16],
        3 => &[1, 2, 4, 8],
        _ => return None,
    };
    let known = depths.contains(depth) && *compression == 0 && *filter == 0 && *interlace <= 1;
    let has_checksum = rest.len() >= 4;
    (known && has_checksum).then(|| (u32::from_be_bytes(*wide), u32::from_be_bytes(*high)))
}

#[cfg(test)]
mod tests {
    use super::super::tests::png;

    #[test]
    fn only_known_kinds_of_pictures() {
        let file = png(3, 2);
        assert_eq!(super::size(&file[8..]), Some((3, 2)));
        // The depth, the color, the compression, the filter and the interlacing.
        for (at, wrong) in [(24, 3), (25, 1), (26, 1), (27, 1), (28, 2)] {
            let mut file = file.clone();
            file[at] = wrong;
            assert_eq!(super::size(&file[8..]), None, "{at}");
        }
    }
}
