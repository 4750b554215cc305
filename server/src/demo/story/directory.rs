//! The directory of the demo world: a dozen providers, changes that wait or were rejected, and resellers that ask.

use tierline_app::portal::all::*;
use tierline_core::{
    digest::Sha256,
    directory::{
        Command, Contact, Decision, Location, Profile, ProfileText,
        Service::{self, Financing, Marketing, Support, TechnicalAssistance},
    },
    ids::ListingId,
    market::Language,
    text::{MessageText, Reason},
};

use super::logo;
use crate::{
    demo::{
        DemoError, organizations, people,
        stage::{Stage, step},
    },
    directory::LogoUpload,
};

/// The operator's admin, who decides.
const OPERATOR: &str = "Robin Counts";

/// A provider's listing.
struct Listed {
    by: &'static str,
    /// In English, and in Traditional Chinese where there is one.
    text: &'static str,
    chinese: &'static str,
    services: &'static [Service],
    countries: &'static [&'static str],
}

const fn entry(
    by: &'static str,
    text: &'static str,
    services: &'static [Service],
    countries: &'static [&'static str],
) -> Listed {
    Listed {
        by,
        text,
        chinese: "",
        services,
        countries,
    }
}

const ALL: [Listed; 12] = [
    Listed {
        chinese: "陪伴全台經銷商的雲端代理商：技術訓練、帳單與在地支援。",
        ..entry(
            "Grace Lin",
            "The cloud distributor for resellers all over Taiwan: training, billing, and support nearby.",
            &[Support, TechnicalAssistance, Marketing],
            &["TW"],
        )
    },
    entry(
        "Jonas Vogel",
        "Cloud distribution from Hamburg since 2009. We help small resellers grow, with financing that follows your customers.",
        &[Support, TechnicalAssistance, Financing],
        &["DE", "AT", "CH"],
    ),
    entry(
        "Pieter Visser",
        "One contract, one invoice, every cloud. Our engineers train yours.",
        &[TechnicalAssistance, Marketing],
        &["NL", "BE", "LU"],
    ),
    Listed {
        chinese: "東南亞經銷商的雲端夥伴。",
        ..entry(
            "Tan Wei Ling",
            "Your cloud partner in Southeast Asia, with support in five languages.",
            &[Support, Marketing, Financing],
            &["SG", "MY", "TH"],
        )
    },
    entry(
        "Nancy Reed",
        "A distributor for the north of England and for Ireland: support by people who know your customers' trade.",
        &[Support],
        &["GB", "IE"],
    ),
    entry(
        "Carlos Grilo",
        "Nationwide distribution with a marketing kit for every product, and credit terms for new resellers.",
        &[Support, Marketing, Financing],
        &["US"],
    ),
    entry(
        "Mari Sato",
        "Training and assistance for resellers in Japan, from the first customer on.",
        &[TechnicalAssistance],
        &["JP"],
    ),
    entry(
        "Klara Egger",
        "Alpine resellers work with us for our migration workshops and our patience.",
        &[Support, TechnicalAssistance],
        &["AT", "CH", "DE"],
    ),
    entry(
        "Luc Moreau",
        "Cloud and security for resellers in France, with a help desk that answers at once.",
        &[Support, Marketing],
        &["FR", "BE"],
    ),
    entry(
        "Elena Ruiz",
        "Distribution for Spain and Portugal. We finance the first year of your subscriptions.",
        &[Financing, Marketing],
        &["ES", "PT"],
    ),
    entry(
        "Jack Munson",
        "Support in every time zone of Australia.",
        &[Support],
        &["AU"],
    ),
    entry(
        "Nadia Clark",
        "Bilingual training and support for Canadian resellers.",
        &[Support, TechnicalAssistance],
        &["CA"],
    ),
];

impl Listed {
    fn profile(&self, logo: Option<Sha256>) -> Result<Profile, DemoError> {
        let home = organizations::named(people::named(self.by)?.home)?;
        let texts = [
            (Language::English, self.text),
            (Language::TraditionalChinese, self.chinese),
        ];
        let texts = texts.into_iter().filter(|(_, text)| !text.is_empty());
        let texts = texts.map(|(language, text)| {
            let text = text.parse().map_err(DemoError::written)?;
            Ok(ProfileText { language, text })
        });
        let locations = self
            .countries
            .iter()
            .map(|country| location(home.domain, country));
        Ok(Profile {
            name: home.name.parse().map_err(DemoError::written)?,
            logo,
            texts: texts.collect::<Result<_, DemoError>>()?,
            services: self.services.to_vec(),
            locations: locations.collect::<Result<_, DemoError>>()?,
            contact: Contact {
                email: format!("partners@{}", home.domain)
                    .parse()
                    .map_err(DemoError::written)?,
                phone: None,
            },
        })
    }
}

fn location(domain: &str, country: &str) -> Result<Location, DemoError> {
    let place = country.to_lowercase();
    Ok(Location {
        country: country.parse().map_err(DemoError::written)?,
        url: format!("https://{domain}/resellers/{place}")
            .parse()
            .map_err(DemoError::written)?,
    })
}

/// The provider that has no logo yet.
const WITHOUT_LOGO: &str = "Jack Munson";

/// A year ago: every provider is in the directory.
pub(super) async fn listed(stage: &Stage) -> Result<(), DemoError> {
    for (number, listed) in ALL.iter().enumerate() {
        let logo = if listed.by == WITHOUT_LOGO {
            None
        } else {
            Some(stage.uploads(listed.by, 347, number).await?)
        };
        stage
            .proposes(listed.by, 347, listed.profile(logo)?)
            .await?;
    }
    for listed in &ALL {
        stage.decided(listed.by, 346, None).await?;
    }
    Ok(())
}

/// The last weeks: two providers propose changes, one of them of its logo.
pub(super) async fn proposed(stage: &Stage) -> Result<(), DemoError> {
    let [contoso, fabrikam, ..] = &ALL;
    let logo = stage.uploads(fabrikam.by, 17, 1).await?;
    let mut change = fabrikam.profile(Some(logo))?;
    change
        .locations
        .push(location("fabrikam-cloud.example", "LI")?);
    stage.proposes(fabrikam.by, 17, change).await?;
    let logo = stage.uploads(contoso.by, 16, ALL.len()).await?;
    let mut change = contoso.profile(Some(logo))?;
    change.services.push(Financing);
    change.contact.phone = Some("+886 2 2720 8889".parse().map_err(DemoError::written)?);
    stage.proposes(contoso.by, 16, change).await?;
    let reason = "The target URL for Liechtenstein leads to a page that isn't there.";
    stage.decided(fabrikam.by, 15, Some(reason)).await
}

/// The last days: resellers ask providers to partner.
pub(super) async fn asked(stage: &Stage) -> Result<(), DemoError> {
    stage
        .asks(
            "Chloé Martin",
            6,
            "Pieter Visser",
            "We sell to hotels in Lyon and look for a provider with trainings in French.",
        )
        .await?;
    stage
        .declines_ask(
            "Pieter Visser",
            5,
            "We have no trainers for French. Blue Yonder Distribution may suit you better.",
        )
        .await?;
    stage
        .asks(
            "郭雅文",
            4,
            "Grace Lin",
            "我們在桃園服務三十家製造業客戶，希望透過貴公司提供雲端授權與技術訓練。",
        )
        .await
}

impl Stage {
    /// A provider uploads the logo of this number.
    async fn uploads(
        &self,
        by: &'static str,
        days_ago: i64,
        number: usize,
    ) -> Result<Sha256, DemoError> {
        let file = logo::drawn(number)?;
        let call = self.acting(by, days_ago)?.portal.call();
        let uploaded = async {
            let mut upload = LogoUpload::begin(call).await?;
            upload.write(&file)?;
            upload.end().await
        };
        uploaded.await.map_err(step(format!("{by} uploads a logo")))
    }

    /// A provider writes and submits a change.
    async fn proposes(
        &self,
        by: &'static str,
        days_ago: i64,
        profile: Profile,
    ) -> Result<(), DemoError> {
        for command in [Command::Save { profile }, Command::Submit] {
            let portal = self.acting(by, days_ago)?.portal;
            let changed = portal.change_listing(command, None, self.request()).await;
            changed.map_err(step(format!("{by} changes the listing")))?;
        }
        Ok(())
    }

    /// The operator decides on what this provider has proposed; with a reason it is rejected.
    async fn decided(
        &self,
        by: &'static str,
        days_ago: i64,
        reason: Option<&str>,
    ) -> Result<(), DemoError> {
        let (id, number) = self.listing_of(by).await?;
        let decision = match reason {
            None => Decision::Approve,
            Some(reason) => Decision::Reject {
                reason: reason.parse::<Reason>().map_err(DemoError::written)?,
            },
        };
        let portal = self.acting(OPERATOR, days_ago)?.portal;
        let decided = portal
            .review_listing(id, number, decision, self.request())
            .await;
        decided.map_err(step(format!("the operator decides on {by}'s change")))
    }

    /// A reseller asks a provider.
    async fn asks(
        &self,
        by: &'static str,
        days_ago: i64,
        provider: &'static str,
        message: &str,
    ) -> Result<(), DemoError> {
        let (listing, _) = self.listing_of(provider).await?;
        let message: MessageText = message.parse().map_err(DemoError::written)?;
        let portal = self.acting(by, days_ago)?.portal;
        let asked = portal
            .ask_to_partner(listing, message, self.request())
            .await;
        asked
            .map(drop)
            .map_err(step(format!("{by} asks to partner")))
    }

    /// A provider declines the message that it got.
    async fn declines_ask(
        &self,
        by: &'static str,
        days_ago: i64,
        reason: &str,
    ) -> Result<(), DemoError> {
        let home = organizations::named(people::named(by)?.home)?.id();
        let ask = sqlx::query_scalar!(
            "select id from partner_ask where provider_id = $1 and status = 'waiting'",
            home.into_uuid()
        )
        .fetch_one(self.pool())
        .await?;
        let reason: Reason = reason.parse().map_err(DemoError::written)?;
        let portal = self.acting(by, days_ago)?.portal;
        let declined = portal.decline_ask(ask.into(), reason, self.request()).await;
        declined.map_err(step(format!("{by} declines")))
    }

    /// The listing of this person's provider, with the number of its latest proposal.
    async fn listing_of(&self, by: &str) -> Result<(ListingId, u32), DemoError> {
        let home = organizations::named(people::named(by)?.home)?.id();
        let listing = crate::directory::store::of_provider(
            &mut *self.pool().acquire().await?,
            home,
            crate::store::Hold::Free,
        )
        .await?;
        let listing = listing.map(|stored| stored.value);
        let number = listing
            .as_ref()
            .and_then(|it| Some(it.proposal.as_ref()?.number));
        let listing = listing.ok_or_else(|| DemoError::Written(format!("{by} has no listing")))?;
        Ok((listing.id, number.unwrap_or_default()))
    }
}
