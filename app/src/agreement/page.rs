//! Pages of agreements: for the partner that signs, for the operator that publishes, and for the provider that asks.

mod effect;
mod list;
mod look_up;
mod new;
mod program_info;
mod shown;
mod sign;
mod unsigned;
mod version;

pub use list::AgreementListPage;
pub use look_up::LookUpResellerPage;
pub use new::NewAgreementPage;
pub use program_info::ProgramInfoPage;
pub use sign::SignAgreementPage;
pub use unsigned::UnsignedListPage;
pub use version::VersionDetailPage;
