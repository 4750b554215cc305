use qrcode::{Color, types::QrResult};
use tierline_app::account::model::second_factor::QrCode;

/// The width of the empty margin around the code, in modules.
const QUIET: usize = 4;

/// This text as a QR code: the outline of its dark modules, for the one path of a drawing.
///
/// # Errors
/// When the text is too long for a QR code.
pub(crate) fn drawing(text: &str) -> QrResult<QrCode> {
    let code = qrcode::QrCode::new(text)?;
    let width = code.width();
    let mut path = String::new();
    for (y, row) in code.to_colors().chunks(width).enumerate() {
        let mut x = 0;
        for run in row.chunk_by(|a, b| a == b) {
            if run.first() == Some(&Color::Dark) {
                let (left, top, length) = (x + QUIET, y + QUIET, run.len());
                path.push_str(&format!("M{left} {top}h{length}v1h-{length}z"));
            }
            x += run.len();
        }
    }
    Ok(QrCode {
        size: width + 2 * QUIET,
        path,
    })
}
