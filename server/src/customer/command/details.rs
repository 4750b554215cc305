//! Conversion of the typed text to core types, with an error for each wrong field.

use std::collections::BTreeMap;

use tierline_app::{
    catalog::model::{OrderLine, order_lines},
    customer::model::CustomerDraft,
    error::{FieldError, FieldErrors},
};
use tierline_core::{
    customer::Details,
    ids::OrganizationId,
    text::{
        AddressLine, CompanyName, Domain, EmailAddress, PersonName, TenantParent, TenantPrefix,
        UserName,
    },
};

use crate::pipeline::{CommandError, CommandResult};

/// The chosen reseller. A malformed id gets the same answer as an unknown one.
pub(super) fn reseller(draft: &CustomerDraft) -> CommandResult<Option<OrganizationId>> {
    let text = draft.reseller.trim();
    if text.is_empty() {
        Ok(None)
    } else {
        text.parse().map(Some).map_err(|_| CommandError::NotFound)
    }
}

/// The details of a tenant under `parent`, if all of them are right.
pub(super) fn details(
    draft: &CustomerDraft,
    parent: &TenantParent,
) -> Result<Details, Vec<FieldError>> {
    let mut errors = FieldErrors::default();
    let name = errors.text("name", CompanyName::parse(&draft.name));
    let domain = errors.text(
        "domain",
        TenantPrefix::parse(&draft.domain).and_then(|prefix| prefix.under(parent)),
    );
    let country = errors.country("country", &draft.country);
    let lines = [
        ("street", &draft.street),
        ("city", &draft.city),
        ("postal_code", &draft.postal_code),
    ];
    let address: Vec<AddressLine> = lines
        .into_iter()
        .filter(|(_, text)| !text.trim().is_empty())
        .filter_map(|(field, text)| errors.text(field, AddressLine::parse(text)))
        .collect();
    let admin_name = errors.text("admin_name", PersonName::parse(&draft.admin_name));
    let admin_user_name = admin_user_name(draft, domain.as_ref(), &mut errors);
    let contact = errors.text("contact", EmailAddress::parse(&draft.contact));
    let parsed = (|| {
        Some(Details {
            name: name?,
            domain: domain?,
            country: country?,
            address,
            admin_name: admin_name?,
            admin_user_name: admin_user_name?,
            contact: contact?,
        })
    })();
    errors.finish(parsed)
}

/// The lines, if each quantity is a number. A customer without subscriptions has none that an add-on could be for.
pub(super) fn lines(draft: &CustomerDraft) -> Result<Vec<OrderLine>, Vec<FieldError>> {
    let lines: BTreeMap<String, String> = draft.lines.iter().cloned().collect();
    order_lines(&lines, &BTreeMap::new(), &BTreeMap::new())
}

/// The user name belongs to the tenant's domain; while that is wrong, only the part before the `@` is checked.
fn admin_user_name(
    draft: &CustomerDraft,
    domain: Option<&Domain>,
    errors: &mut FieldErrors,
) -> Option<EmailAddress> {
    let user = errors.text("admin_user", UserName::parse(&draft.admin_user))?;
    errors.text("admin_user", user.at(domain?))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn parent() -> TenantParent {
        TenantParent::parse("tenants.example").unwrap()
    }

    pub(super) fn typed() -> CustomerDraft {
        CustomerDraft {
            name: "Northwind Traders".to_owned(),
            domain: "northwind".to_owned(),
            country: "TW".to_owned(),
            admin_name: "王小明".to_owned(),
            admin_user: "admin".to_owned(),
            contact: "office@northwind.example".to_owned(),
            ..CustomerDraft::default()
        }
    }

    #[test]
    fn what_is_right_becomes_details() {
        let details = details(&typed(), &parent()).unwrap();
        assert_eq!(details.domain.as_str(), "northwind.tenants.example");
        assert_eq!(
            details.admin_user_name.as_str(),
            "admin@northwind.tenants.example"
        );
        assert!(details.address.is_empty());
    }

    #[test]
    fn every_wrong_field_is_told_at_once() {
        let wrong = CustomerDraft {
            domain: "a b".to_owned(),
            admin_user: "x@y".to_owned(),
            ..CustomerDraft::default()
        };
        let Err(errors) = details(&wrong, &parent()) else {
            panic!("they are wrong")
        };
        let told: Vec<(&str, &str)> = errors
            .iter()
            .map(|error| (error.field.as_str(), error.problem.code()))
            .collect();
        assert_eq!(
            told,
            [
                ("name", "empty"),
                ("domain", "malformed_tenant_prefix"),
                ("country", "empty"),
                ("admin_name", "empty"),
                ("admin_user", "malformed_user_name"),
                ("contact", "empty"),
            ]
        );
    }
}
