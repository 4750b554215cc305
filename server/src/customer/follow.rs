//! Mails after the creation of a customer.

use tierline_app::{i18n::Lang, route};
use tierline_core::{
    catalog::{Held, Product},
    customer::{Created, Details},
    ids::{OrderId, OrganizationId},
    organization::Organization,
};

use crate::{
    account::store::Recipient,
    config::PublicUrl,
    order::follow as order,
    pipeline::{
        letter::Letter,
        template::{Mail, mails},
    },
};

mails! {
    /// To the new customer's first administrator. Never holds a password: that is shown once, to the partner.
    CustomerCreated = "customer_created", from the_portal, party partner, button link {
        partner: String,
        customer: String,
        account: String,
        link: String,
    }
}

/// Facts for the mails beyond the event.
#[derive(Clone, Copy)]
pub(super) struct About<'a> {
    /// Its first order.
    pub order: OrderId,
    pub partner: &'a Organization,
    pub customer: &'a Details,
    /// The creator's language; the customer's is not known yet.
    pub language: Lang,
    pub products: &'a [(Product, Held)],
    pub url: &'a PublicUrl,
}

/// Letters to the customer about its account, without the password, and to the reseller about its customer.
pub(super) fn letters(created: &Created, about: &About<'_>, id: OrganizationId) -> Vec<Letter> {
    let details = about.customer;
    let contact = Recipient {
        email: details.contact.to_string(),
        language: about.language,
    };
    let template = Mail::from(CustomerCreated {
        partner: about.partner.name.to_string(),
        customer: details.name.to_string(),
        account: details.admin_user_name.to_string(),
        link: about.url.join(route::SIGN_IN),
    });
    let mut letters = vec![Letter::to_address(id, contact, template)];
    let ordered = order::About {
        order: about.order,
        seller: about.partner.name.as_str(),
        customer: details.name.as_str(),
        products: about.products,
        activated: &created.subscriptions,
        url: about.url,
    };
    letters.extend(order::to_reseller(&created.order, &ordered));
    letters
}
