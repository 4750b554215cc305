//! The documents of the demo world: plainly fictional, and made here, so that they are whole files that a browser
//! shows.

/// So many dots wide and high is a picture of a page.
const WIDE: usize = 320;
const HIGH: usize = 440;

/// A page in PDF with these lines, in letters of Latin 1 that need no escape.
pub(super) fn page(lines: &[&str]) -> Vec<u8> {
    let mut text = "BT /F1 14 Tf 72 760 Td 22 TL\n".to_owned();
    for line in lines {
        text.push_str(&format!("({line}) Tj T*\n"));
    }
    text.push_str("ET");
    let objects = [
        "<< /Type /Catalog /Pages 2 0 R >>".to_owned(),
        "<< /Type /Pages /Kids [3 0 R] /Count 1 >>".to_owned(),
        "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R \
         /Resources << /Font << /F1 5 0 R >> >> >>"
            .to_owned(),
        format!("<< /Length {} >>\nstream\n{text}\nendstream", text.len()),
        "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>"
            .to_owned(),
    ];
    let mut file = "%PDF-1.4\n".to_owned();
    let mut places = String::new();
    for (number, object) in (1..).zip(&objects) {
        places.push_str(&format!("{:010} 00000 n \n", file.len()));
        file.push_str(&format!("{number} 0 obj\n{object}\nendobj\n"));
    }
    let (count, start) = (objects.len() + 1, file.len());
    file.push_str(&format!(
        "xref\n0 {count}\n0000000000 65535 f \n{places}trailer\n<< /Size {count} /Root 1 0 R >>\nstartxref\n{start}\n%%EOF\n"
    ));
    file.into_bytes()
}

/// A picture of a page in PNG: gray lines where words would be.
pub(super) fn picture() -> Vec<u8> {
    let mut rows = Vec::new();
    for y in 0..HIGH {
        // No filter.
        rows.push(0);
        rows.extend((0..WIDE).map(|x| shade(x, y)));
    }
    let mut header = Vec::new();
    header.extend(length(WIDE));
    header.extend(length(HIGH));
    // Eight bits of gray, not interlaced.
    header.extend([8, 0, 0, 0, 0]);
    let mut file = b"\x89PNG\r\n\x1a\n".to_vec();
    for (kind, content) in [
        (b"IHDR", header),
        (b"IDAT", stored(&rows)),
        (b"IEND", Vec::new()),
    ] {
        let mut part = kind.to_vec();
        part.extend(&content);
        file.extend(length(content.len()));
        file.extend(&part);
        file.extend(checksum(&part).to_be_bytes());
    }
    file
}

/// White, with a title and paragraphs.
const fn shade(x: usize, y: usize) -> u8 {
    let in_title = y > 40 && y < 52 && x > 40 && x < 200;
    let in_line = y > 80 && y < 360 && y % 14 < 5 && x > 40 && x < 280 && y % 70 > 13;
    if in_title {
        70
    } else if in_line {
        170
    } else {
        250
    }
}

fn length(of: usize) -> [u8; 4] {
    u32::try_from(of).unwrap_or(u32::MAX).to_be_bytes()
}

/// Bytes in the form of zlib (RFC 1950), not compressed.
fn stored(bytes: &[u8]) -> Vec<u8> {
    const MOST: usize = 0xffff;
    let mut file = vec![0x78, 0x01];
    let count = bytes.len().div_ceil(MOST);
    for (number, block) in (1..).zip(bytes.chunks(MOST)) {
        let size = u16::try_from(block.len()).unwrap_or(u16::MAX);
        file.push(u8::from(number == count));
        file.extend(size.to_le_bytes());
        file.extend((!size).to_le_bytes());
        file.extend(block);
    }
    let (mut low, mut high) = (1_u32, 0_u32);
    for byte in bytes {
        low = (low + u32::from(*byte)) % 65_521;
        high = (high + low) % 65_521;
    }
    file.extend(((high << 16) | low).to_be_bytes());
    file
}

/// The checksum of a part of a PNG (ISO/IEC 15948, annex D).
fn checksum(bytes: &[u8]) -> u32 {
    let mut sum = u32::MAX;
    for byte in bytes {
        sum ^= u32::from(*byte);
        for _ in 0..8 {
            sum = if sum & 1 == 1 {
                0xedb8_8320 ^ (sum >> 1)
            } else {
                sum >> 1
            };
        }
    }
    !sum
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_checksum_is_that_of_the_standard() {
        assert_eq!(checksum(b"IEND"), 0xae42_6082);
        // "abc" with the checksum of RFC 1950.
        assert_eq!(stored(b"abc")[10..], 0x024d_0127_u32.to_be_bytes());
    }

    #[test]
    fn a_page_says_where_its_objects_are() {
        let file = String::from_utf8(page(&["Extract of a register"])).unwrap();
        let start: usize = file
            .rsplit_once("startxref\n")
            .and_then(|(_, rest)| rest.lines().next()?.parse().ok())
            .unwrap();
        assert!(file[start..].starts_with("xref\n0 6\n"), "{file}");
        let first: usize = file[start + 29..start + 39].parse().unwrap();
        assert!(file[first..].starts_with("1 0 obj"), "{file}");
    }
}
