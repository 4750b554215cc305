//! What has happened in the demo world, in the order in which it happened.

mod acts;

use acts::Asks::{Both, Partnership, Relationship};
use tierline_app::i18n::Lang::{En, ZhHans, ZhHant};
use tierline_core::{Timestamp, ids::OrganisationId, relationship::Grant};

use super::{DemoError, organisations, stage::Stage};
use crate::state::AppState;

const CONTOSO: &str = "Contoso Distribution";
const FABRIKAM: &str = "Fabrikam Distribution";
const WIDE_WORLD: &str = "Wide World Distribution";
const SOUTHRIDGE: &str = "Southridge Distribution";
const FOURTH_COFFEE: &str = "Fourth Coffee Cloud";
const COHO: &str = "可豪雲端服務";
const CITY_POWER: &str = "City Power Cloud";
const RELECLOUD: &str = "Relecloud";
const LUCERNE: &str = "Lucerne Digital";
const BELLOWS: &str = "Bellows Cloud";
const MINGHU: &str = "明湖数码";

/// Tells the whole story.
pub(super) async fn tell(state: &AppState, now: Timestamp) -> Result<(), DemoError> {
    let stage = Stage::new(state, now)?;
    partnerships(&stage).await?;
    first_customers(&stage).await?;
    more_customers(&stage).await?;
    second_thoughts(&stage).await?;
    lately(&stage).await?;
    mails(&stage).await
}

fn id(name: &str) -> Result<OrganisationId, DemoError> {
    Ok(organisations::named(name)?.id())
}

/// More than a year ago: who works with whom.
async fn partnerships(stage: &Stage) -> Result<(), DemoError> {
    stage
        .agreed("Grace Lin", 400, Partnership, "Amy Huang", 2)
        .await?;
    stage
        .agreed("Grace Lin", 395, Partnership, "陳怡君", 1)
        .await?;
    stage
        .agreed("Grace Lin", 390, Partnership, "Carol Yeh", 1)
        .await?;
    stage
        .agreed("Jonas Vogel", 380, Partnership, "Lena Hoffmann", 4)
        .await?;
    stage
        .agreed("Pieter Visser", 375, Partnership, "Lena Hoffmann", 3)
        .await?;
    stage
        .agreed("Jonas Vogel", 370, Partnership, "Urs Keller", 5)
        .await?;
    stage
        .agreed("Jonas Vogel", 360, Partnership, "Chloé Martin", 5)
        .await?;
    stage
        .agreed("Tan Wei Ling", 350, Partnership, "王晓明", 2)
        .await
}

/// The customers of the first months: created by the provider, or invited for both.
async fn first_customers(stage: &Stage) -> Result<(), DemoError> {
    let lines = [("O365_BUSINESS_PREMIUM", 40), ("POWER_BI_PRO", 5)];
    stage
        .created(
            "Grace Lin",
            340,
            Some(FOURTH_COFFEE),
            "Northwind Traders",
            "northwind",
            "TW",
            &lines,
        )
        .await?;
    stage
        .agreed("Ben Lee", 330, Both(CONTOSO), "Wendy Tsai", 2)
        .await?;
    let woodgrove = id("Woodgrove Bank")?;
    stage
        .ordered(
            "Oscar Chen",
            325,
            woodgrove,
            Some(FOURTH_COFFEE),
            &[("SPE_E3", 220), ("AAD_PREMIUM_P2", 220)],
        )
        .await?;
    stage
        .agreed("陳怡君", 310, Both(CONTOSO), "許雅婷", 3)
        .await?;
    stage
        .ordered(
            "Grace Lin",
            305,
            id("翡翠茶業")?,
            Some(COHO),
            &[("O365_BUSINESS_ESSENTIALS", 18)],
        )
        .await?;
    let lines = [("O365_BUSINESS_ESSENTIALS", 25)];
    stage
        .created(
            "Grace Lin",
            300,
            Some(FOURTH_COFFEE),
            "Alpine Ski House",
            "alpineskihouse",
            "TW",
            &lines,
        )
        .await?;
    let lines = [("SPB", 60), ("PROJECT_P1", 4)];
    stage
        .created(
            "Oscar Chen",
            290,
            Some(COHO),
            "Adventure Works",
            "adventureworks",
            "TW",
            &lines,
        )
        .await?;
    let lines = [("EXCHANGESTANDARD", 30)];
    stage
        .created(
            "Grace Lin",
            280,
            Some(CITY_POWER),
            "Lakeshore Retail",
            "lakeshore",
            "TW",
            &lines,
        )
        .await?;
    let lines = [("SPB", 12)];
    stage
        .created(
            "Grace Lin",
            275,
            Some(COHO),
            "晨光出版社",
            "chenguang",
            "TW",
            &lines,
        )
        .await
        .map(|_| ())
}

/// Other regions, direct customers, and one that made its own tenant.
async fn more_customers(stage: &Stage) -> Result<(), DemoError> {
    let litware = stage
        .sent(
            "Lena Hoffmann",
            270,
            Both(FABRIKAM),
            "uwe.lang@litware.example",
            En,
        )
        .await?;
    // Litware lets its provider order and nothing more.
    stage
        .accepted(
            &litware,
            "Uwe Lang",
            268,
            &[(FABRIKAM, &[Grant::OrderOnBehalf])],
        )
        .await?;
    stage
        .ordered(
            "Mila Sander",
            266,
            id("Litware")?,
            Some(RELECLOUD),
            &[("SPE_E5", 80)],
        )
        .await?;
    // The reseller alone: no provider can order for Proseware.
    stage
        .agreed("Lena Hoffmann", 260, Relationship, "Petra Schulz", 1)
        .await?;
    stage
        .agreed("Lena Hoffmann", 250, Both(WIDE_WORLD), "Daan de Boer", 2)
        .await?;
    stage
        .ordered(
            "Pieter Visser",
            246,
            id("VanArsdel")?,
            Some(RELECLOUD),
            &[("O365_BUSINESS_PREMIUM", 90)],
        )
        .await?;
    stage
        .agreed("Urs Keller", 240, Both(FABRIKAM), "Reto Frei", 4)
        .await?;
    stage
        .ordered(
            "Jonas Vogel",
            234,
            id("Trey Research")?,
            Some(LUCERNE),
            &[("SPE_E3", 35)],
        )
        .await?;
    stage
        .agreed("王晓明", 230, Both(SOUTHRIDGE), "Siti Rahman", 1)
        .await?;
    stage
        .ordered(
            "Tan Wei Ling",
            228,
            id("Tailspin Toys")?,
            Some(MINGHU),
            &[("SPB", 45), ("INTUNE_A", 45)],
        )
        .await?;
    stage
        .agreed("Tan Wei Ling", 225, Relationship, "李静", 2)
        .await?;
    stage
        .agreed("Kim Abercrombie", 220, Relationship, "Holly Dickson", 1)
        .await?;
    stage
        .ordered(
            "Kim Abercrombie",
            218,
            id("Humongous Insurance")?,
            None,
            &[("SPE_E5", 400), ("POWER_BI_PRO", 60)],
        )
        .await?;
    stage
        .agreed("Isabelle Roux", 212, Relationship, "Ann Beebe", 1)
        .await?;
    stage
        .ordered(
            "Isabelle Roux",
            210,
            id("School of Fine Art")?,
            None,
            &[("O365_BUSINESS_ESSENTIALS", 120)],
        )
        .await?;
    let lines = [("O365_BUSINESS_PREMIUM", 25)];
    stage
        .created(
            "Kim Abercrombie",
            205,
            None,
            "Blue Yonder Airlines",
            "blueyonder",
            "US",
            &lines,
        )
        .await?;
    let wingtip = stage
        .sent(
            "Ben Lee",
            200,
            Both(CONTOSO),
            "owner@wingtip-toys.example",
            En,
        )
        .await?;
    stage
        .joined(
            &wingtip,
            198,
            "Wingtip Toys",
            "wingtiptoys",
            "TW",
            "Wing Tip",
        )
        .await
}

/// What was taken away, ended, declined and resold in the meantime.
async fn second_thoughts(stage: &Stage) -> Result<(), DemoError> {
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
    let cancelled = stage
        .sent(
            "Grace Lin",
            80,
            Partnership,
            "hello@wrongaddress.example",
            En,
        )
        .await?;
    stage.cancelled(&cancelled, 78).await?;
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
    let cancelled = stage
        .sent(
            "Lena Hoffmann",
            45,
            Relationship,
            "info@closeddown.example",
            En,
        )
        .await?;
    stage.cancelled(&cancelled, 44).await?;
    // Sent again: the first link says that it was replaced.
    stage.send(&mut first_up, 40).await?;
    stage.opened(&first_up, 35).await
}

/// The last month: what is still open.
async fn lately(stage: &Stage) -> Result<(), DemoError> {
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

/// Mails of the past have long been delivered, but for one whose address there is not.
async fn mails(stage: &Stage) -> Result<(), DemoError> {
    sqlx::query!("update mail set status = 'sent', sent_at = created_at, attempts = 1 where status = 'queued'")
        .execute(stage.pool())
        .await?;
    sqlx::query!(
        "update mail set status = 'dead', sent_at = null, attempts = 11,
            last_error = '550 5.1.1 no such mailbox' where to_address = 'sales@lostpost.example'"
    )
    .execute(stage.pool())
    .await?;
    Ok(())
}
