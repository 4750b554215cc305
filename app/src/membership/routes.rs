//! Routes of this area's pages.

use super::page::{
    AddMemberPage, ChangeMpnPage, IdentifiersPage, ImportMembersPage, MemberDetailPage,
    RegistryListPage,
};

crate::lazy::pages! { membership:
    "settings/organization/identifiers" => IdentifiersPage,
    "registry" => RegistryListPage,
    "registry/add" => AddMemberPage,
    "registry/import" => ImportMembersPage,
    "registry/:id" => MemberDetailPage,
    "registry/:id/:mpn" => ChangeMpnPage,
}
