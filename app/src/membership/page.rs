//! Pages of the own MPN ID, and of the registry.

mod add;
mod associate;
mod change;
mod detail;
mod identifiers;
mod import;
mod list;

pub use add::AddMemberPage;
pub use associate::{AssociateMpnId, Associating};
pub use change::ChangeMpnPage;
pub use detail::MemberDetailPage;
pub use identifiers::IdentifiersPage;
pub use import::ImportMembersPage;
pub use list::RegistryListPage;
