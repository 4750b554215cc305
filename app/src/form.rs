//! Forms that work without WASM and never lose typed values.
//!
//! A [`Form`] is a plain `<form method="post">` to a server function. With WASM it is sent in the background and the
//! typed values simply stay. Without it, the server answers a failure with a redirect back to the page, which then has
//! a
//! [`FormReply`] with the values and the error; fields find theirs by name through [`use_form`].

pub(crate) mod changes;
pub mod mark;
pub mod text_file;
pub mod words;

#[cfg(feature = "hydrate")]
mod accept;
mod changed;
mod choice;
mod component;
#[cfg(feature = "ssr")]
mod fields;
mod filled_with;
mod notice;
mod own_user;
mod plain;
mod posting;
mod reply;
mod request_id;
mod state;
mod submit;
mod summary;
mod unsent;
mod upload;

pub use changed::{ChangedNotice, FieldLabels};
pub use choice::ChoiceForm;
pub use component::Form;
#[cfg(feature = "ssr")]
pub use fields::Fields;
pub use filled_with::FilledWith;
pub use notice::{ErrorNotice, RefusalNotice};
pub(crate) use plain::ELSEWHERE;
pub use plain::PlainForm;
pub use posting::Posting;
pub use reply::FormReply;
pub(crate) use reply::typed;
pub(crate) use request_id::fresh as fresh_id;
pub use state::{FormState, use_form};
pub use submit::Submit;
pub use summary::ErrorSummary;
pub(crate) use unsent::{ForgetUnsent, KeepUnsent, forget_saved, forget_unsent};
pub use upload::UploadForm;
