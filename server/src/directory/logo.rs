//! Logos: an uploaded file is drawn again, in two sizes, and nothing else of it is kept.
//!
//! So whatever else is in it (places where photographs were taken, scripts after its end, profiles) is gone, and what a
//! browser gets was made here.

use std::io::Cursor;

use image::{DynamicImage, ImageDecoder as _, ImageFormat, ImageReader, ImageResult, Limits};
use sha2::{Digest as _, Sha256};
use tierline_app::portal::PortalResult;
use tierline_core::{
    digest,
    directory::{LogoFault, LogoSize, MOST_LOGO_SIDE, Refusal, recognize_logo},
    picture::PictureFormat,
};
use tokio::sync::Semaphore;

use crate::fault::fault;

/// Every size is kept in this format.
pub(crate) const MEDIA_TYPE: &str = "image/png";

/// The most bytes that a decoder may hold beside the pixels.
const MOST_HELD: u64 = 192 * 1024 * 1024;

/// One picture is taken apart at a time: each may need so much memory.
static TURN: Semaphore = Semaphore::const_new(1);

/// A logo in its sizes.
#[derive(Clone, Debug)]
pub(crate) struct Logo {
    pub digest: digest::Sha256,
    pub small: Vec<u8>,
    pub large: Vec<u8>,
}

/// Draws the file again, if it can be a logo.
pub(crate) async fn drawn(file: Vec<u8>) -> PortalResult<Logo> {
    let turn = TURN.acquire().await.map_err(|error| fault(&error))?;
    let drawn = tokio::task::spawn_blocking(move || draw(&file)).await;
    drop(turn);
    let drawn = drawn.map_err(|error| fault(&error))?;
    Ok(drawn.map_err(tierline_core::Refusal::from)?)
}

/// Draws it on this thread.
pub(crate) fn draw(file: &[u8]) -> Result<Logo, Refusal> {
    let format = match recognize_logo(file)? {
        PictureFormat::Png => ImageFormat::Png,
        PictureFormat::Jpeg => ImageFormat::Jpeg,
        PictureFormat::WebP => ImageFormat::WebP,
    };
    let sizes = sizes(file, format).map_err(|_| Refusal::LogoUnfit {
        what: LogoFault::Damaged,
    });
    let [small, large] = sizes?;
    Ok(Logo {
        digest: digest::Sha256::from_bytes(Sha256::digest(&large).into()),
        small,
        large,
    })
}

fn sizes(file: &[u8], format: ImageFormat) -> ImageResult<[Vec<u8>; 2]> {
    let mut limits = Limits::default();
    // The decoder reads more than the head, and is held to the same bounds.
    limits.max_image_width = Some(MOST_LOGO_SIDE);
    limits.max_image_height = Some(MOST_LOGO_SIDE);
    limits.max_alloc = Some(MOST_HELD);
    let mut reader = ImageReader::with_format(Cursor::new(file), format);
    reader.limits(limits);
    let mut decoder = reader.into_decoder()?;
    let orientation = decoder.orientation()?;
    let whole = DynamicImage::from_decoder(decoder)?;
    let mut large = within(&whole, LogoSize::Large.side());
    drop(whole);
    large.apply_orientation(orientation);
    let small = within(&large, LogoSize::Small.side());
    Ok([written(small)?, written(large)?])
}

/// The picture in a square of this side. A smaller one stays as it is.
fn within(picture: &DynamicImage, side: u32) -> DynamicImage {
    if picture.width() <= side && picture.height() <= side {
        picture.clone()
    } else {
        picture.thumbnail(side, side)
    }
}

fn written(picture: DynamicImage) -> ImageResult<Vec<u8>> {
    let mut bytes = Cursor::new(Vec::new());
    DynamicImage::from(picture.into_rgba8()).write_to(&mut bytes, ImageFormat::Png)?;
    Ok(bytes.into_inner())
}

#[cfg(test)]
pub(crate) mod tests {
    use image::{GenericImageView as _, Rgba, RgbaImage};

    use super::*;

    /// A picture of this size in this format, red on the left and blue on the right.
    pub(crate) fn picture(wide: u32, high: u32, format: ImageFormat) -> Vec<u8> {
        let picture = RgbaImage::from_fn(wide, high, |x, _| {
            if x < wide / 2 {
                Rgba([200, 0, 0, 255])
            } else {
                Rgba([0, 0, 200, 255])
            }
        });
        let picture = DynamicImage::from(picture);
        // A photograph has no transparency.
        let picture = match format {
            ImageFormat::Jpeg => picture.into_rgb8().into(),
            _ => picture,
        };
        let mut bytes = Cursor::new(Vec::new());
        picture.write_to(&mut bytes, format).unwrap();
        bytes.into_inner()
    }

    fn size(bytes: &[u8]) -> (u32, u32) {
        image::load_from_memory_with_format(bytes, ImageFormat::Png)
            .unwrap()
            .dimensions()
    }

    #[test]
    fn every_format_is_drawn_again_in_two_sizes() {
        for format in [ImageFormat::Png, ImageFormat::Jpeg, ImageFormat::WebP] {
            let logo = draw(&picture(800, 400, format)).unwrap();
            assert_eq!(size(&logo.large), (192, 96), "{format:?}");
            assert_eq!(size(&logo.small), (96, 48), "{format:?}");
            let large = image::load_from_memory(&logo.large).unwrap();
            assert!(large.get_pixel(10, 10)[0] > 150, "{format:?}");
            assert!(large.get_pixel(180, 90)[2] > 150, "{format:?}");
        }
        // A small one is not made larger than it is.
        let logo = draw(&picture(20, 30, ImageFormat::Png)).unwrap();
        assert_eq!((size(&logo.large), size(&logo.small)), ((20, 30), (20, 30)));
    }

    #[test]
    fn nothing_else_of_the_file_is_kept() {
        let mut file = picture(300, 300, ImageFormat::Png);
        let plain = draw(&file).unwrap();
        file.extend(b"<script>alert(1)</script>");
        let logo = draw(&file).unwrap();
        assert_eq!(logo.digest, plain.digest);
        let script = b"<script>";
        let has = |bytes: &[u8]| bytes.windows(script.len()).any(|part| part == script);
        assert!(has(&file) && !has(&logo.large) && !has(&logo.small));
    }

    #[test]
    fn half_a_file_is_damaged_and_a_lie_about_its_size_too() {
        let damaged = Refusal::LogoUnfit {
            what: LogoFault::Damaged,
        };
        for format in [ImageFormat::Png, ImageFormat::WebP] {
            let mut half = picture(300, 300, format);
            half.truncate(half.len() / 2);
            assert_eq!(draw(&half).unwrap_err(), damaged, "{format:?}");
        }
        // Twice as high as its data: the rest is missing.
        let mut lie = picture(300, 300, ImageFormat::Png);
        lie[20..24].copy_from_slice(&600u32.to_be_bytes());
        assert_eq!(draw(&lie).unwrap_err(), damaged);
    }
}
