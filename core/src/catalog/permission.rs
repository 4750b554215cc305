//! This area's rows of the table.

use crate::permission::{Permission, actions};

actions! { Catalog:
    /// Put products and prices into the catalog.
    ManageCatalog = "manage_catalog" { Permission::OF_PROGRAM_ADMIN }
}
