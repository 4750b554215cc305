//! Pages of the own organization.

mod profile;
mod required_factor;

pub use profile::{LegalInfo, ProfileHeader, ProgramInfo};
pub use required_factor::RequiredFactorPage;
