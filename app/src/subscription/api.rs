//! Subscriptions of a customer: page by page, each one, and what is done to it.

pub mod bulk;
pub mod partners;

pub use partners::{DesignateSupport, SetPartnerOfRecord, subscription_partners};

use leptos::prelude::*;
use leptos::server_fn::codec::GetUrl;

use crate::{
    error::PortalError,
    list::model::Page,
    subscription::model::{ChangePage, SubscriptionPage, SubscriptionRow},
    wire::Wire,
};
#[cfg(feature = "ssr")]
use crate::{
    form::Fields,
    subscription::{model::Doing, told::Notice},
};
#[cfg(feature = "ssr")]
use tierline_core::{
    license::Losing,
    subscription::{AutoRenew, Command, Shown},
};

/// The answer that those lose a license who got theirs last.
pub(crate) const LATEST: &str = "latest";

/// The answer that those lose one who are chosen.
pub(crate) const CHOSEN: &str = "chosen";

/// The functions that forms are posted to.
#[cfg(feature = "ssr")]
pub const FORMS: &[Fields] = &[
    Fields::of::<ChangeSubscription>(),
    Fields::of::<DesignateSupport>(),
    Fields::of::<SetPartnerOfRecord>(),
    Fields::of::<bulk::BeginRenewals>(),
    Fields::of::<bulk::RunRenewals>(),
    Fields::of::<bulk::RetryRenewals>(),
];

/// A page of a customer's subscriptions, for one of its partners or for itself.
#[server(prefix = "/api", endpoint = "subscriptions", protocol = Wire<GetUrl>)]
pub async fn subscriptions(
    /// The customer's id.
    customer: String,
    /// Where the page begins.
    #[server(default)]
    cursor: String,
) -> Result<Page<SubscriptionRow>, PortalError> {
    crate::backend::portal()?
        .subscriptions(crate::backend::parse::id(&customer)?, cursor)
        .await
}

/// A subscription.
#[server(name = ReadSubscription, prefix = "/api", endpoint = "subscription", protocol = Wire<GetUrl>)]
pub async fn subscription(
    /// Its id.
    id: String,
) -> Result<SubscriptionPage, PortalError> {
    let id = crate::backend::parse::id(&id)?;
    crate::backend::portal()?.subscription(id).await
}

/// What a change would do and cost. Before the fields are filled, the subscription alone.
#[server(prefix = "/api", endpoint = "subscription-change", protocol = Wire<GetUrl>)]
pub async fn subscription_change(
    /// The subscription's id.
    id: String,
    /// What is to be done.
    what: String,
    /// The number of licenses, as typed.
    #[server(default)]
    quantity: String,
    /// The product's SKU.
    #[server(default)]
    product: String,
    /// The term and the billing plan.
    #[server(default)]
    plan: String,
    /// Words by which users are searched who hold a license.
    #[server(default)]
    search: String,
) -> Result<ChangePage, PortalError> {
    let id = crate::backend::parse::id(&id)?;
    let (command, problem) = match command(what.parse()?, &quantity, &product, &plan) {
        Ok(command) => (command, None),
        Err(PortalError::Invalid(fields)) => (None, Some(PortalError::Invalid(fields))),
        Err(error) => return Err(error),
    };
    let page = crate::backend::portal()?
        .subscription_change(id, command, search)
        .await?;
    Ok(ChangePage {
        problem: problem.or(page.problem),
        ..page
    })
}

/// Changes a subscription, after its preview.
#[server(prefix = "/api", endpoint = "change-subscription")]
pub async fn change_subscription(
    /// The request.
    request_id: String,
    /// The subscription's id.
    subscription: String,
    /// What is to be done.
    what: String,
    /// The number of licenses.
    #[server(default)]
    quantity: String,
    /// The product's SKU.
    #[server(default)]
    product: String,
    /// The term and the billing plan.
    #[server(default)]
    plan: String,
    /// The version of the subscription that was shown.
    version: i64,
    /// The cost that was shown.
    #[server(default)]
    cost: String,
    /// Who loses a license: `latest`, or whoever is chosen.
    #[server(default)]
    who: String,
    /// Who that was shown to be, where nobody is chosen.
    #[server(default)]
    lost: String,
    /// The ids of what the chosen users hold.
    #[server(default)]
    losing: Vec<String>,
) -> Result<(), PortalError> {
    let request = crate::backend::parse::request(&request_id)?;
    let what: Doing = what.parse()?;
    let asked = command(what, &quantity, &product, &plan)?;
    let asked = asked.ok_or(PortalError::Malformed)?;
    let id = crate::backend::parse::id(&subscription)?;
    let shown = Shown { version, cost };
    let losing = losers(&who, lost, &losing)?;
    crate::backend::portal()?
        .change_subscription(id, asked, losing, shown, request)
        .await?;
    let told = match what {
        Doing::Unschedule => Notice::Undone,
        _ => Notice::Changed,
    };
    crate::backend::done(&crate::route::subscription(subscription), told);
    Ok(())
}

/// The command that these fields are; none while those that it needs are empty.
#[cfg(feature = "ssr")]
fn command(
    what: Doing,
    quantity: &str,
    product: &str,
    plan: &str,
) -> Result<Option<Command>, PortalError> {
    let auto_renew = |auto_renew| Some(Command::SetAutoRenew { auto_renew });
    Ok(match what {
        Doing::Licenses => number(quantity)?.map(|to| Command::SetQuantity { to }),
        Doing::Upgrade => {
            crate::backend::parse::optional_id(product)?.map(|to| Command::Upgrade { to })
        }
        Doing::Schedule if quantity.is_empty() && product.is_empty() && plan.is_empty() => None,
        Doing::Schedule => Some(Command::Schedule {
            quantity: number(quantity)?,
            upgrade: crate::backend::parse::optional_id(product)?,
            plan: match plan {
                "" => None,
                code => {
                    let plan = crate::subscription::model::plan_of(code);
                    Some(plan.ok_or(PortalError::Malformed)?)
                }
            },
        }),
        Doing::Unschedule => Some(Command::Unschedule),
        Doing::AutoRenewOn => auto_renew(AutoRenew::On),
        Doing::AutoRenewOff => auto_renew(AutoRenew::Off),
        Doing::RenewNow => Some(Command::RenewNow),
        Doing::Suspend => Some(Command::Suspend),
        Doing::Reactivate => Some(Command::Reactivate),
        Doing::Cancel => Some(Command::Cancel),
        Doing::BringBack => Some(Command::BringBack),
    })
}

/// Who loses a license, by the answer and the boxes that are ticked.
#[cfg(feature = "ssr")]
pub(crate) fn losers(who: &str, shown: String, chosen: &[String]) -> Result<Losing, PortalError> {
    match who {
        LATEST => Ok(Losing::Shown(shown)),
        "" | CHOSEN => {
            let chosen = chosen.iter().map(|id| crate::backend::parse::id(id));
            Ok(Losing::Chosen(chosen.collect::<Result<_, _>>()?))
        }
        _ => Err(PortalError::Malformed),
    }
}

/// A number of licenses as typed; none for an empty field.
#[cfg(feature = "ssr")]
fn number(typed: &str) -> Result<Option<u32>, PortalError> {
    use crate::error::FieldProblem;
    use tierline_core::money::{MoneyError, Quantity};

    if typed.trim().is_empty() {
        return Ok(None);
    }
    let quantity = Quantity::parse(typed).map_err(|error| {
        let problem = match error {
            MoneyError::TooLarge => FieldProblem::QuantityOutside,
            _ => FieldProblem::NotANumber,
        };
        PortalError::field("quantity", problem)
    })?;
    Ok(Some(quantity.get()))
}

#[cfg(all(test, feature = "ssr"))]
mod tests {
    use super::*;

    #[test]
    fn who_loses_a_license_is_said_or_nobody_is() {
        let id = "01890000-0000-7000-8000-000000000384".to_owned();
        let losers = |who, chosen: &[String]| losers(who, "1-1f".to_owned(), chosen);
        let chosen = losers(CHOSEN, std::slice::from_ref(&id)).unwrap();
        assert!(matches!(chosen, Losing::Chosen(them) if them.len() == 1));
        assert_eq!(losers("", &[]), Ok(Losing::Chosen([].into())));
        // The boxes count only with their answer.
        let shown = Losing::Shown("1-1f".to_owned());
        assert_eq!(losers(LATEST, &[id]), Ok(shown));
        assert!(losers("all", &[]).is_err() && losers(CHOSEN, &["x".to_owned()]).is_err());
    }

    #[test]
    fn fields_become_a_command_or_are_refused_by_name() {
        let licenses = |typed: &str| command(Doing::Licenses, typed, "", "");
        assert_eq!(licenses("30"), Ok(Some(Command::SetQuantity { to: 30 })));
        assert_eq!(licenses(" "), Ok(None));
        // As some keyboards write it.
        assert_eq!(licenses("３０"), licenses("30"));
        for wrong in ["-1", "2.5", "many", "0", "999999999999", "1e3", "٣", "🧁"] {
            assert!(
                matches!(licenses(wrong), Err(PortalError::Invalid(_))),
                "{wrong}"
            );
        }
        let later = command(Doing::Schedule, "5", "", "three-years-annual");
        assert!(matches!(
            later,
            Ok(Some(Command::Schedule {
                quantity: Some(5),
                upgrade: None,
                plan: Some(_)
            }))
        ));
        assert_eq!(command(Doing::Schedule, "", "", ""), Ok(None));
        assert!(command(Doing::Schedule, "5", "", "fortnight").is_err());
        for what in Doing::ALL {
            assert_eq!(what.code().parse::<Doing>(), Ok(what));
        }
    }
}
