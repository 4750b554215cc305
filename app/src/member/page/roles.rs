//! The roles of an organization of this kind, as boxes to tick.

use leptos::prelude::*;
use tierline_core::{
    organization::Capabilities,
    role::{Role, RoleSet},
};

use crate::{
    account::words as names,
    context::use_lang,
    i18n::Lang,
    member::words,
    ui::{Checkbox, Fieldset},
};

/// The roles that a user of an organization with these capabilities can have.
pub(super) fn roles_of(capabilities: &Capabilities) -> RoleSet {
    Role::ALL
        .into_iter()
        .filter(|role| role.exists_in(capabilities))
        .collect()
}

/// A box for each role. Where the reader may not give or take the role global admin, that is said in its place.
#[component]
pub(super) fn RoleBoxes(
    /// The roles of which there are boxes.
    there_are: RoleSet,
    /// The ticked ones.
    held: RoleSet,
    /// Whether the reader may give and take the role global admin.
    global_admin: bool,
    /// Whether the heading above them says already what they are.
    #[prop(optional)]
    titled: bool,
) -> impl IntoView {
    let lang = use_lang();
    let is_partner = there_are.contains(Role::AdminAgent);
    let boxes = there_are
        .iter()
        .map(|role| {
            if role == Role::GlobalAdmin && !global_admin {
                return view! {
                    <p class="muted">{names::role(lang, role)} ": " {words::global_admin_refused(lang)}</p>
                }
                .into_any();
            }
            view! {
                <Checkbox
                    name="roles[]"
                    label=names::role(lang, role)
                    hint=hint(lang, role, is_partner)
                    value=role.code()
                    checked=held.contains(role)
                />
            }
            .into_any()
        })
        .collect_view();
    view! { <Fieldset legend=words::roles(lang) titled=titled>{boxes}</Fieldset> }
}

fn hint(lang: Lang, role: Role, is_partner: bool) -> &'static str {
    match role {
        Role::GlobalAdmin if is_partner => words::global_admin_partner_hint(lang),
        Role::GlobalAdmin => words::global_admin_customer_hint(lang),
        Role::AdminAgent => words::admin_agent_hint(lang),
        Role::SalesAgent => words::sales_agent_hint(lang),
        Role::HelpdeskAgent => words::helpdesk_agent_hint(lang),
        Role::IncentivesAdmin => words::incentives_admin_hint(lang),
        Role::ReportViewer => words::report_viewer_hint(lang),
        Role::BillingAdmin => words::billing_admin_hint(lang),
        Role::User => words::user_hint(lang),
        Role::ProgramAdmin => words::program_admin_hint(lang),
        Role::Reviewer => words::reviewer_hint(lang),
    }
}
