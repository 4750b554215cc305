//! Files, and folders for them.

use std::{
    io::{self, Cursor, Read as _},
    path::PathBuf,
};

use flate2::{Compression, write::ZlibEncoder};
use image::{DynamicImage, ImageFormat};
use uuid::Uuid;

use crate::{enrollment::Folder, testing};

/// A folder of its own, which is empty again at the end of each test.
pub(crate) struct Own(pub PathBuf);

impl Own {
    pub(crate) fn new() -> Own {
        Own(std::env::temp_dir().join(format!("tierline-documents-{}", Uuid::now_v7().simple())))
    }

    pub(crate) fn folder(&self) -> Folder {
        let path = format!("--documents-dir={}", self.0.display());
        Folder::of(&testing::config(&[&path]))
    }

    /// The files that are in it, at any depth.
    pub(crate) fn files(&self) -> usize {
        fn count(folder: &std::path::Path) -> usize {
            let Ok(entries) = std::fs::read_dir(folder) else {
                return 0;
            };
            let counted = entries.map(|entry| {
                let path = entry.unwrap().path();
                if path.is_dir() { count(&path) } else { 1 }
            });
            counted.sum()
        }
        count(&self.0)
    }
}

impl Drop for Own {
    fn drop(&mut self) {
        let _ = std::fs::remove_dir_all(&self.0);
    }
}

/// A PDF with this in it.
pub(crate) fn pdf(content: &str) -> Vec<u8> {
    format!("%PDF-1.7\n1 0 obj\n{content}\nendobj\ntrailer\n%%EOF\n").into_bytes()
}

/// A picture of this size, whole.
pub(crate) fn picture(wide: u32, high: u32, format: ImageFormat) -> Vec<u8> {
    let mut file = Cursor::new(Vec::new());
    DynamicImage::new_rgb8(wide, high)
        .write_to(&mut file, format)
        .unwrap();
    file.into_inner()
}

/// So many zeros, folded to next to nothing.
pub(crate) fn folded(zeros: u64) -> Vec<u8> {
    let mut folded = ZlibEncoder::new(Vec::new(), Compression::fast());
    io::copy(&mut io::repeat(0).take(zeros), &mut folded).unwrap();
    folded.finish().unwrap()
}

/// The head of a picture of this size, and nothing behind it.
pub(crate) fn head_of_png(wide: u32, high: u32) -> Vec<u8> {
    let mut file = b"\x89PNG\r\n\x1a\n\0\0\0\x0dIHDR".to_vec();
    file.extend(wide.to_be_bytes());
    file.extend(high.to_be_bytes());
    file.extend([8, 6, 0, 0, 0, 1, 2, 3, 4]);
    file
}
