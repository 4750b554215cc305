//! Every list that has a page and a file of its own. What no area has declared is not there.

mod portal;

use crate::{
    agreement, catalog, customer, directory, import, invitation, license, list::shown::Entry, mail,
    market, member, membership, operator, order, order_request, partnership, relationship, review,
    subscription,
};

/// The lists, by area.
const LISTS: &[&[Entry]] = &[
    agreement::query::LISTS,
    catalog::query::LISTS,
    customer::query::LISTS,
    directory::query::LISTS,
    import::query::LISTS,
    invitation::query::LISTS,
    license::query::LISTS,
    mail::query::LISTS,
    market::query::LISTS,
    member::query::LISTS,
    membership::query::LISTS,
    operator::query::LISTS,
    order::query::LISTS,
    order_request::query::LISTS,
    partnership::query::LISTS,
    relationship::query::LISTS,
    review::query::LISTS,
    subscription::query::LISTS,
];

/// All of them.
pub(crate) fn all() -> impl Iterator<Item = &'static Entry> {
    LISTS.iter().copied().flatten()
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use tierline_app::{error::PortalError, list::model::ListQuery, portal::ListPortal as _};

    use super::*;
    use crate::testing::world::World;

    #[test]
    fn each_path_has_one_list() {
        let paths: BTreeSet<_> = all().map(|list| list.path).collect();
        assert_eq!(paths.len(), all().count());
    }

    #[tokio::test]
    async fn what_is_no_list_is_not_found() {
        let world = World::new().await;
        let portal = world.portal(&world.provider);
        let answer = portal.list("/partners", ListQuery::default()).await;
        assert_eq!(answer.err(), Some(PortalError::NotFound));
    }
}
