//! Fields of a form: each has its label above, a hint, and its error with an icon and words.
//!
//! A field takes its typed value and its error from the form around it, by its name.

mod affix;
mod checkbox;
mod choice;
mod fieldset;
mod file;
mod frame;
mod input;
mod password;
mod radio_group;
mod select;
mod text_area;

pub use checkbox::Checkbox;
pub use choice::Choice;
pub use fieldset::Fieldset;
pub use file::FileField;
pub use input::Field;
pub use password::PasswordField;
pub use radio_group::RadioGroup;
pub(super) use select::live_options;
pub use select::{LiveSelect, Select};
pub use text_area::TextArea;
