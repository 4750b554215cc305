//! The logos of the demo's providers: plain shapes, drawn here, that are nobody's.

use std::io::Cursor;

use image::{ImageFormat, Rgba, RgbaImage};

use crate::demo::DemoError;

/// As wide and high as a provider might upload it.
const SIDE: u16 = 192;

/// Each pixel is looked at so often along each side, so that edges are smooth.
const FINE: u16 = 2;

const COLORS: [[[u8; 3]; 2]; 6] = [
    [[0x0b, 0x5c, 0xad], [0x4f, 0xb3, 0xd9]],
    [[0x1d, 0x6f, 0x42], [0x8c, 0xc6, 0x3f]],
    [[0xb0, 0x2a, 0x37], [0xe8, 0x8d, 0x2a]],
    [[0x5b, 0x3a, 0x9b], [0xb8, 0x86, 0xd6]],
    [[0x00, 0x6d, 0x77], [0x59, 0xb8, 0xa8]],
    [[0x7a, 0x4a, 0x12], [0xd4, 0xa1, 0x4a]],
];

/// The part of a shape in which a point is: the first color, the second, or none.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Part {
    First,
    Second,
    Outside,
}

/// The logo of this number, as a PNG.
pub(super) fn drawn(number: usize) -> Result<Vec<u8>, DemoError> {
    let side = u32::from(SIDE);
    let picture = RgbaImage::from_fn(side, side, |x, y| pixel(number, x, y));
    let mut bytes = Cursor::new(Vec::new());
    picture
        .write_to(&mut bytes, ImageFormat::Png)
        .map_err(DemoError::written)?;
    Ok(bytes.into_inner())
}

fn pixel(number: usize, x: u32, y: u32) -> Rgba<u8> {
    let [first, second] = COLORS
        .into_iter()
        .cycle()
        .nth(number + number / 12)
        .unwrap_or_default();
    let (mut sums, mut covered) = ([0u16; 3], 0u16);
    for part in 0..FINE * FINE {
        let (x, y) = (at(x, part % FINE), at(y, part / FINE));
        let color = match shape(number, x, y) {
            Part::First => first,
            Part::Second => second,
            Part::Outside => continue,
        };
        for (sum, value) in sums.iter_mut().zip(color) {
            *sum += u16::from(value);
        }
        covered += 1;
    }
    let [red, green, blue] = sums.map(|sum| byte(sum / covered.max(1)));
    Rgba([red, green, blue, byte(covered * 255 / (FINE * FINE))])
}

fn byte(value: u16) -> u8 {
    u8::try_from(value).unwrap_or(u8::MAX)
}

/// The place of a part of a pixel, between -1 and 1.
fn at(pixel: u32, part: u16) -> f32 {
    let pixel = f32::from(u16::try_from(pixel).unwrap_or_default());
    let place = pixel + (f32::from(part) + 0.5) / f32::from(FINE);
    place / f32::from(SIDE) * 2.0 - 1.0
}

/// A shape for each number. All are within a circle or square that leaves a margin.
fn shape(number: usize, x: f32, y: f32) -> Part {
    let far = x.hypot(y);
    let (first, second) = match number % 12 {
        // A ring with a point.
        0 => ((0.55..0.85).contains(&far), far < 0.3),
        // Bars that rise.
        1 => {
            let bar = (-0.8..0.8).contains(&x) && (x + 0.8) % 0.55 < 0.4;
            (
                bar && y < 0.8 && y > 0.1 - x,
                bar && y < 0.8 && y > -0.3 - x,
            )
        }
        // A diamond in a diamond.
        2 => (
            (0.45..0.85).contains(&(x.abs() + y.abs())),
            x.abs() + y.abs() < 0.3,
        ),
        // Two circles that meet.
        3 => ((x + 0.3).hypot(y) < 0.5, (x - 0.3).hypot(y) < 0.5),
        // A sail.
        4 => (
            y < 0.75 && (-0.05..0.75).contains(&x) && y > 1.8 * x - 0.85,
            y < 0.75 && (-0.65..-0.15).contains(&x) && y > -1.8 * x - 0.65,
        ),
        // Two arrows to the right.
        5 => {
            let arrow = |from: f32| (0.0..0.35).contains(&(x - from + y.abs())) && y.abs() < 0.7;
            (arrow(-0.1), arrow(0.45))
        }
        // Nine points.
        6 => {
            let near = |value: f32| (value - (value / 0.6).round() * 0.6).abs();
            let dot = x.abs() < 0.85 && y.abs() < 0.85 && near(x).hypot(near(y)) < 0.22;
            (dot && (x - y).abs() > 0.3, dot)
        }
        // Mountains.
        7 => (
            y < 0.6 && y > (x + 0.25).abs() * 1.4 - 0.7,
            y < 0.6 && y > (x - 0.45).abs() * 1.4 - 0.1,
        ),
        // Quarters of a circle.
        8 => (far < 0.8 && x * y > 0.01, far < 0.8 && x * y < -0.01),
        // Waves.
        9 => {
            let wave = |from: f32| (0.0..0.28).contains(&(y - from - 0.18 * (x * 4.0).sin()));
            (x.abs() < 0.8 && wave(-0.4), x.abs() < 0.8 && wave(0.1))
        }
        // A corner with a square.
        10 => (
            x.abs().max(y.abs()) < 0.75 && (x < -0.4 || y > 0.4),
            (-0.2..0.75).contains(&x) && (-0.75..0.2).contains(&y),
        ),
        // A hexagon with an opening.
        _ => {
            let hexagon = y.abs().max(0.87 * x.abs() + 0.5 * y.abs());
            ((0.5..0.8).contains(&hexagon) && x < 0.35, hexagon < 0.28)
        }
    };
    match (first, second) {
        (true, _) => Part::First,
        (false, true) => Part::Second,
        (false, false) => Part::Outside,
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;
    use crate::directory::drawn_again;

    #[test]
    fn every_provider_has_another_one_that_can_be_uploaded() {
        let logos: BTreeSet<_> = (0..13)
            .map(|number| {
                let logo = drawn_again(&drawn(number).unwrap()).unwrap();
                logo.digest
            })
            .collect();
        assert_eq!(logos.len(), 13);
    }
}
