//! **More capabilities** of a partner: what it doesn't have, each with what adding it would change.

use leptos::prelude::*;
use tierline_core::organization::Capability;

use crate::{
    account::words as account,
    form::{Form, Posting, Submit},
    i18n::{Lang, number},
    operator::{
        api::AddCapability,
        model::{Addable, OrganizationDetail},
        words::{self, capability as told},
    },
    refusal::RefusedBy,
    ui::{Dialog, Section, TextArea},
};

/// The actions behind the forms, one for each capability: a refusal is shown in the form that was sent.
#[derive(Clone, Copy)]
pub(super) struct Actions {
    provider: Posting<AddCapability>,
    reseller: Posting<AddCapability>,
    direct_bill: Posting<AddCapability>,
}

impl Actions {
    pub(super) fn new() -> Actions {
        Actions {
            provider: Posting::new(),
            reseller: Posting::new(),
            direct_bill: Posting::new(),
        }
    }

    pub(super) fn all(self) -> [Posting<AddCapability>; 3] {
        [self.provider, self.reseller, self.direct_bill]
    }

    fn of(self, capability: Capability) -> Posting<AddCapability> {
        match capability {
            Capability::IndirectReseller => self.reseller,
            Capability::DirectBill => self.direct_bill,
            _ => self.provider,
        }
    }
}

/// Nothing for those who are no partners, and for partners that have every capability.
pub(super) fn adding(lang: Lang, page: &OrganizationDetail, actions: Actions) -> Option<AnyView> {
    if page.may_add.is_empty() {
        return None;
    }
    let each = page.may_add.iter();
    let each = each.map(|it| one(lang, page, it, actions.of(it.capability)));
    let each = each.collect::<Vec<_>>();
    Some(
        view! {
            <Section title=told::adding(lang) lead=told::adding_lead(lang)>
                <div class="actions">{each}</div>
            </Section>
        }
        .into_any(),
    )
}

fn one(
    lang: Lang,
    page: &OrganizationDetail,
    addable: &Addable,
    action: Posting<AddCapability>,
) -> AnyView {
    let capability = addable.capability;
    let name = account::capability_inside(lang, capability);
    let (label, code) = (told::add(lang, name), capability.code());
    if let Err(refusal) = addable.may.clone() {
        let id = format!("why-add-{code}");
        return view! { <RefusedBy label=label refusal=refusal id=id/> }.into_any();
    }
    let id = page.organization.id.to_string();
    let title = told::add_named(lang, name, &page.organization.name);
    let enrolls = capability == Capability::IndirectReseller;
    let changes = if enrolls {
        told::enrolls(lang)
    } else {
        told::at_once(lang)
    };
    let no_way_back = enrolls.then(|| view! { <li>{told::no_way_back(lang)}</li> });
    let moves = enrolls && page.organization.capabilities.direct_bill.is_some();
    let ends_direct = moves.then(|| {
        let text = told::ends_direct(lang, number(page.customers));
        view! { <li>{text}</li> }
    });
    let dialog = format!("add-{code}");
    let form = dialog.clone();
    view! {
        <Dialog id=dialog opener=label.clone() look="quiet" title=title form=form.clone()>
            <p>{told::effect(lang)}</p>
            <ul>
                <li>{changes}</li>
                {ends_direct}
                <li>{told::goes_on(lang)}</li>
                {no_way_back}
            </ul>
            <p>{told::who_is_told(lang)}</p>
            <Form action=action form=form>
                <input type="hidden" name="organization" value=id/>
                <input type="hidden" name="capability" value=code/>
                <TextArea name="reason" label=words::reason(lang) rows=3 maxlength=500u32/>
                <Submit>{label}</Submit>
            </Form>
        </Dialog>
    }
    .into_any()
}
