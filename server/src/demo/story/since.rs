//! Later changes, and open business.

use tierline_app::i18n::Lang::{En, ZhHans, ZhHant};
use tierline_core::relationship::Grant;

use super::{
    BELLOWS, CONTOSO, FABRIKAM, FOURTH_COFFEE, LUCERNE, RELECLOUD, WIDE_WORLD,
    acts::Asks::{Both, Partnership, Relationship},
    directory, enrollments, id,
};
use crate::demo::{DemoError, stage::Stage};

/// Rights taken away, relationships ended, invitations declined, and resales since then.
pub(super) async fn second_thoughts(stage: &Stage) -> Result<(), DemoError> {
    stage
        .agreed("Kim Abercrombie", 180, Relationship, "Marcus Ford", 3)
        .await?;
    stage
        .narrowed("Wendy Tsai", 150, CONTOSO, Grant::Support)
        .await?;
    stage
        .ordered(
            "Oscar Chen",
            140,
            id("Woodgrove Bank")?,
            Some(FOURTH_COFFEE),
            &[("POWER_BI_PRO", 15)],
        )
        .await?;
    stage.left("Reto Frei", 120, LUCERNE).await?;
    // Never answered: these two have expired.
    stage
        .sent(
            "王晓明",
            110,
            Relationship,
            "it@harbourfoods.example",
            ZhHans,
        )
        .await?;
    stage
        .mailed("Oscar Chen", 105, Partnership, "sales@lostpost.example", En)
        .await?;
    stage
        .revoked("Lena Hoffmann", 100, WIDE_WORLD, RELECLOUD)
        .await?;
    let declined = stage
        .sent(
            "Pieter Visser",
            90,
            Partnership,
            "chloe.martin@bellowscloud.example",
            En,
        )
        .await?;
    stage
        .declined(
            &declined,
            "Chloé Martin",
            88,
            "We work with one provider at a time.",
        )
        .await?;
    let canceled = stage
        .sent(
            "Grace Lin",
            80,
            Partnership,
            "hello@wrongaddress.example",
            En,
        )
        .await?;
    stage.canceled(&canceled, 78).await?;
    let mut first_up = stage
        .sent(
            "Grace Lin",
            70,
            Partnership,
            "max.hsu@firstup.example",
            ZhHant,
        )
        .await?;
    stage
        .parted(
            "Katja Brandt",
            60,
            FABRIKAM,
            BELLOWS,
            "No orders for half a year.",
        )
        .await?;
    let declined = stage
        .sent(
            "Sally Wu",
            50,
            Relationship,
            "yating.xu@jadetea.example",
            ZhHant,
        )
        .await?;
    stage
        .declined(&declined, "許雅婷", 49, "目前的經銷商服務很好，暫不考慮。")
        .await?;
    let canceled = stage
        .sent(
            "Lena Hoffmann",
            45,
            Relationship,
            "info@closeddown.example",
            En,
        )
        .await?;
    stage.canceled(&canceled, 44).await?;
    enrollments::before(stage).await?;
    // Sent again: the first link says that it was replaced.
    stage.send(&mut first_up, 40).await?;
    stage.opened(&first_up, 35).await
}

/// The last month: open business.
pub(super) async fn lately(stage: &Stage) -> Result<(), DemoError> {
    let mut proseware = stage
        .sent(
            "Lena Hoffmann",
            30,
            Both(FABRIKAM),
            "petra.schulz@proseware.example",
            En,
        )
        .await?;
    let coho = stage
        .sent(
            "陳怡君",
            20,
            Both(CONTOSO),
            "boss@greenleaf.example",
            ZhHant,
        )
        .await?;
    stage.opened(&coho, 18).await?;
    directory::proposed(stage).await?;
    stage
        .mailed(
            "Tan Wei Ling",
            15,
            Partnership,
            "margie.shoop@margiescloud.example",
            En,
        )
        .await?;
    stage.send(&mut proseware, 14).await?;
    enrollments::waiting(stage).await?;
    stage
        .parted(
            "Urs Keller",
            12,
            FABRIKAM,
            LUCERNE,
            "We are changing our region.",
        )
        .await?;
    stage
        .mailed(
            "Ben Lee",
            9,
            Both(CONTOSO),
            "it@tailwindtraders.example",
            En,
        )
        .await?;
    stage
        .ordered(
            "Oscar Chen",
            6,
            id("Woodgrove Bank")?,
            Some(FOURTH_COFFEE),
            &[("EXCHANGESTANDARD", 30)],
        )
        .await?;
    directory::asked(stage).await?;
    stage
        .draft("Sally Wu", 4, Relationship, "owner@cornerbooks.example", En)
        .await?;
    stage
        .draft(
            "Grace Lin",
            3,
            Partnership,
            "partners@nodpublishers.example",
            En,
        )
        .await
        .map(|_| ())
}
