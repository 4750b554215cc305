use tierline_app::partnership::list::Providers;
use tierline_app::portal::all::*;
use tierline_app::{error::PortalError, invitation::model::LinkPage, portal::NewInvitation};
use tierline_core::{
    ids::{InvitationId, RequestId},
    invitation::{Delivery, Kind, Language, Message},
};
use uuid::Uuid;

use super::World;

fn request() -> RequestId {
    RequestId::from_uuid(Uuid::now_v7())
}

impl World {
    /// A new invitation to this address, and its link's token.
    async fn invite(&self, by: &str, kind: NewInvitation, to: &str) -> (InvitationId, String) {
        let portal = self.of(by);
        let message = Message {
            recipient: to.parse().unwrap(),
            language: Language::English,
            subject: "Partner with us".parse().unwrap(),
            text: "Dear partner,\n\n{link}\n\nYours".parse().unwrap(),
        };
        let id = portal
            .draft_invitation(kind, message, request())
            .await
            .unwrap();
        portal
            .send_invitation(id, Delivery::OwnMail, request())
            .await
            .unwrap();
        let token = portal.cookies.kept_link(id).unwrap();
        (id, token)
    }

    /// The page behind a link, which changes nothing at all.
    async fn link(&self, by: Option<&str>, token: &str) -> LinkPage {
        let portal = by.map_or_else(|| self.stranger(), |name| self.of(name));
        let before = self.everything().await;
        let page = portal.link(token).await.unwrap();
        assert_eq!(self.everything().await, before);
        page
    }
}

#[tokio::test]
async fn a_link_tells_each_reader_what_that_reader_may_know() {
    let world = World::new().await;
    let (id, token) = world
        .invite(
            "Tan Wei Ling",
            NewInvitation::Partnership,
            "new@partner.example",
        )
        .await;

    let page = world.link(None, &token).await;
    assert!(matches!(page.kind, Kind::Partnership { .. }));
    assert_eq!(page.open, Ok(()));
    assert_eq!(page.text, "Dear partner,\n\nYours");
    assert!(page.link.ends_with(&token));
    assert_eq!(page.partners.len(), 1);
    assert_eq!(
        page.partners[0].party.name.as_str(),
        "Southridge Distribution"
    );
    assert!(page.may_accept.is_none() && page.organization.is_none() && page.admins.is_empty());

    // The wrong region, the wrong role, the inviter itself.
    let page = world.link(Some("Amy Huang"), &token).await;
    assert_eq!(
        page.may_accept.unwrap().unwrap_err().code(),
        "region_mismatch"
    );
    let page = world.link(Some("Ben Lee"), &token).await;
    // Nobody there could accept it, so nobody is named.
    assert!(page.admins.is_empty(), "{:?}", page.admins);
    let page = world.link(Some("Tan Wei Ling"), &token).await;
    assert_eq!(page.may_accept.unwrap().unwrap_err().code(), "itself");
    // Already in partnership.
    let page = world.link(Some("王晓明"), &token).await;
    assert_eq!(
        page.may_accept.unwrap().unwrap_err().code(),
        "partnership_exists"
    );
    let page = world.link(Some("Margie Shoop"), &token).await;
    assert_eq!(
        page.may_accept.unwrap().unwrap_err().code(),
        "mpn_id_missing"
    );

    // Sent again, the old link says that it was replaced; canceled, both say so.
    let portal = world.of("Tan Wei Ling");
    portal
        .send_invitation(id, Delivery::OwnMail, request())
        .await
        .unwrap();
    let newer = portal.cookies.kept_link(id).unwrap();
    assert_eq!(
        world.link(None, &token).await.open.unwrap_err().code(),
        "link_replaced"
    );
    assert_eq!(world.link(None, &newer).await.open, Ok(()));
    portal.cancel_invitation(id, request()).await.unwrap();
    assert_eq!(
        world.link(None, &newer).await.open.unwrap_err().code(),
        "invitation_canceled"
    );
    for unknown in ["", "x", "../..", "\0", &"a".repeat(64)] {
        assert_eq!(
            world.stranger().link(unknown).await,
            Err(PortalError::NotFound),
            "{unknown:?}"
        );
    }
}

#[tokio::test]
async fn an_addressed_link_is_answered_by_the_one_addressed() {
    let world = World::new().await;
    let wide_world = world
        .of("Lena Hoffmann")
        .listed::<Providers>(Default::default())
        .await
        .unwrap()
        .partners
        .rows;
    let fabrikam = wide_world
        .iter()
        .find(|row| row.partner.name.as_str() == "Fabrikam Distribution")
        .unwrap()
        .partner
        .id;
    let (_, token) = world
        .invite(
            "Lena Hoffmann",
            NewInvitation::Joint(fabrikam),
            "daan.deboer@vanarsdel.example",
        )
        .await;

    let page = world.link(Some("Daan de Boer"), &token).await;
    assert_eq!(
        page.addressee.as_ref().map(|party| party.name.as_str()),
        Some("VanArsdel")
    );
    assert_eq!(page.may_accept, Some(Ok(())));
    assert_eq!(
        page.partners
            .iter()
            .map(|partner| partner.party.name.as_str())
            .collect::<Vec<_>>(),
        ["Relecloud", "Fabrikam Distribution"]
    );
    let page = world.link(Some("Uwe Lang"), &token).await;
    assert_eq!(page.addressee, None);
    assert_eq!(
        page.may_accept.unwrap().unwrap_err().code(),
        "addressed_to_another"
    );
    assert_eq!(world.link(None, &token).await.addressee, None);

    let daan = world.of("Daan de Boer");
    daan.accept(&token, true, Vec::new(), request())
        .await
        .unwrap();
    let page = world.link(Some("Daan de Boer"), &token).await;
    assert_eq!(page.open.unwrap_err().code(), "invitation_accepted");
    assert!(page.accepted_by.is_some());
    let granted = page.granted.unwrap();
    assert_eq!(
        granted
            .iter()
            .map(|granted| granted.partner.name.as_str())
            .collect::<Vec<_>>(),
        ["Fabrikam Distribution", "Relecloud"]
    );
    assert_eq!(page.partnership, None);
    let page = world.link(Some("Uwe Lang"), &token).await;
    assert_eq!((page.accepted_by, page.granted), (None, None));
}
