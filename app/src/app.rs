//! The application: what is in context everywhere, and which page is at which path.

use leptos::prelude::*;
use leptos_meta::provide_meta_context;
use leptos_router::{
    components::{Outlet, ParentRoute, Route, Router, Routes},
    path,
};

use crate::{
    account::page::{
        ChangePasswordPage, ChooseOrganizationPage, RecoveryCodesPage, SecondFactorPage,
        SessionListPage, SettingsPage, SignInCodePage, SignInPage,
    },
    context::provide_page,
    customer::page::{
        ConfirmationStep, CustomerPage, CustomersPage, DetailsStep, LinesStep, NewCustomerPage,
        ReviewStep, SetupInfoPage,
    },
    invitation::page::{
        CustomerRequestsPage, InvitationPage, InviteForBothPage, LinkPage, PartnershipRequestsPage,
        RequestPartnershipPage, RequestRelationshipPage, SignUpPage,
    },
    mail::page::{DemoMailPage, DemoMailboxPage, MailDeliveryPage},
    order::page::NewSubscriptionPage,
    overview::page::OverviewPage,
    partnership::page::{PartnershipPage, ProvidersPage, ResellersPage},
    relationship::page::GrantsPage,
    shell::{Frame, Layout, not_found::NotFound},
};

/// The whole application, rendered by the server and hydrated in the browser.
///
/// The server renders every route completely before it answers (`render_app_async`), whatever a route says.
#[component]
pub fn App() -> impl IntoView {
    provide_meta_context();
    provide_page();
    view! {
        <Router>
            <Routes fallback=|| view! { <Layout><NotFound/></Layout> }>
                <ParentRoute path=path!("") view=Frame>
                    <Route path=path!("") view=OverviewPage/>
                    <ParentRoute path=path!("customers") view=Outlet>
                        <Route path=path!("") view=CustomersPage/>
                        <Route path=path!("request") view=RequestRelationshipPage/>
                        <Route path=path!("requests") view=CustomerRequestsPage/>
                        <Route path=path!("new") view=NewCustomerPage/>
                        <Route path=path!("new/:draft") view=DetailsStep/>
                        <Route path=path!("new/:draft/subscriptions") view=LinesStep/>
                        <Route path=path!("new/:draft/review") view=ReviewStep/>
                        <Route path=path!("new/:draft/confirmation") view=ConfirmationStep/>
                        <Route path=path!(":id") view=CustomerPage/>
                        <Route path=path!(":id/subscriptions/new") view=NewSubscriptionPage/>
                        <Route path=path!(":id/setup-info") view=SetupInfoPage/>
                    </ParentRoute>
                    <Route path=path!("resellers") view=ResellersPage/>
                    <Route path=path!("resellers/request") view=RequestPartnershipPage/>
                    <Route path=path!("resellers/requests") view=PartnershipRequestsPage/>
                    <Route path=path!("providers") view=ProvidersPage/>
                    <Route path=path!("providers/invite") view=InviteForBothPage/>
                    <Route path=path!("partnerships/:id") view=PartnershipPage/>
                    <Route path=path!("invitations/:id") view=InvitationPage/>
                    <Route path=path!("invitation/:token") view=LinkPage/>
                    <Route path=path!("invitation/:token/sign-up") view=SignUpPage/>
                    <Route path=path!("grants") view=GrantsPage/>
                    <Route path=path!("mail-delivery") view=MailDeliveryPage/>
                    <Route path=path!("demo/mailbox") view=DemoMailboxPage/>
                    <Route path=path!("demo/mailbox/:id") view=DemoMailPage/>
                    <Route path=path!("sign-in") view=SignInPage/>
                    <Route path=path!("sign-in/code") view=SignInCodePage/>
                    <Route path=path!("choose-organization") view=ChooseOrganizationPage/>
                    <Route path=path!("settings") view=SettingsPage/>
                    <Route path=path!("settings/password") view=ChangePasswordPage/>
                    <Route path=path!("settings/second-factor") view=SecondFactorPage/>
                    <Route path=path!("settings/second-factor/recovery-codes") view=RecoveryCodesPage/>
                    <Route path=path!("settings/sessions") view=SessionListPage/>
                </ParentRoute>
            </Routes>
        </Router>
    }
}
