//! The first months: the partnerships, and the first customers.

use tierline_app::i18n::Lang::En;
use tierline_core::relationship::Grant;

use super::{
    CITY_POWER, COHO, CONTOSO, FABRIKAM, FOURTH_COFFEE, LUCERNE, MINGHU, RELECLOUD, SOUTHRIDGE,
    WIDE_WORLD,
    acts::Asks::{Both, Partnership, Relationship},
    id, subscriptions,
};
use crate::demo::{DemoError, stage::Stage};

/// More than a year ago: the partnerships. One customer buys in between.
pub(super) async fn partnerships(stage: &Stage) -> Result<(), DemoError> {
    stage
        .agreed("Grace Lin", 400, Partnership, "Amy Huang", 2)
        .await?;
    stage
        .agreed("Grace Lin", 395, Partnership, "陳怡君", 1)
        .await?;
    stage
        .agreed("Grace Lin", 390, Partnership, "Carol Yeh", 1)
        .await?;
    subscriptions::to_expire(stage).await?;
    stage
        .agreed("Jonas Vogel", 380, Partnership, "Lena Hoffmann", 4)
        .await?;
    stage
        .agreed("Pieter Visser", 375, Partnership, "Lena Hoffmann", 3)
        .await?;
    stage
        .agreed("Jonas Vogel", 370, Partnership, "Urs Keller", 5)
        .await?;
    subscriptions::to_renew(stage).await?;
    stage
        .agreed("Jonas Vogel", 360, Partnership, "Chloé Martin", 5)
        .await?;
    stage
        .agreed("Tan Wei Ling", 350, Partnership, "王晓明", 2)
        .await
}

/// The customers of the first months: created by the provider, or invited for both.
pub(super) async fn first_customers(stage: &Stage) -> Result<(), DemoError> {
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
pub(super) async fn more_customers(stage: &Stage) -> Result<(), DemoError> {
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
