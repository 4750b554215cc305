//! Which function is a call of which action.

use tierline_core::access::Action;

use super::NO_ROLE;

/// The action of a call to the function.
pub(super) fn action(path: &str) -> Option<Action> {
    Some(match path {
        "/api/overview"
        | "/api/waits"
        | "/api/markets"
        | "/api/organization-profile"
        | "/api/identifiers"
        | "/api/agreement"
        | "/api/own-listing"
        | "/api/program-info" => Action::ViewOwn,
        "/api/organizations"
        | "/api/organization"
        | "/api/add-partner"
        | "/api/invite-admin-again"
        | "/api/correct-first-admin"
        | "/api/correct-profile"
        | "/api/suspend-organization"
        | "/api/lift-suspension"
        | "/api/add-capability"
        | "/api/change-country"
        | "/api/mark-for-offboarding"
        | "/api/take-back-mark"
        | "/api/complete-organization" => Action::ManageOrganizations,
        "/api/review-customer" | "/api/end-customer-review" => Action::ReviewCustomers,
        "/api/organization-user" | "/api/restore-access" => Action::ManageAccounts,
        "/api/registry"
        | "/api/member"
        | "/api/register-member"
        | "/api/add-member-profile"
        | "/api/add-member-location"
        | "/api/save-member-mpn"
        | "/api/change-member-account"
        | "/api/set-member-password" => Action::ManageMembers,
        "/api/imports" | "/api/import-lines" | "/api/import" | "/api/import-start"
        | "/api/settle-import" => Action::ManageMembers,
        "/api/catalog"
        | "/api/product"
        | "/api/withdraw-product"
        | "/api/sell-product-again"
        | "/api/set-product-limits"
        | "/api/take-back-product-limits" => Action::ManageCatalog,
        "/api/prove-membership" | "/api/associate-mpn" | "/api/add-location" => {
            Action::AssociateMpnId
        }
        "/api/agreements"
        | "/api/agreement-version"
        | "/api/unsigned"
        | "/api/publish-agreement"
        | "/api/move-deadline" => Action::ManageAgreements,
        "/api/program-settings" => Action::ViewProgramSettings,
        "/api/set-promises"
        | "/api/set-lifetimes"
        | "/api/set-limits"
        | "/api/set-quotas"
        | "/api/set-retention"
        | "/api/set-working-days"
        | "/api/add-holiday"
        | "/api/add-holidays"
        | "/api/remove-holiday" => Action::ManageProgramSettings,
        "/api/sign-agreement" => Action::SignAgreement,
        "/api/look-up-reseller" => Action::LookUpReseller,
        "/api/save-listing" | "/api/change-listing" => Action::ProposeListing,
        "/api/listing-changes"
        | "/api/listing-review"
        | "/api/listing-versions"
        | "/api/assign-listing"
        | "/api/listing-rejection"
        | "/api/review-listing"
        | "/api/reject-listing" => Action::ReviewListings,
        "/api/ask-to-partner" | "/api/withdraw-ask" => Action::AskToPartner,
        "/api/answer-ask" | "/api/decline-ask" => Action::RequestPartnership,
        "/api/customers"
        | "/api/ending-rights"
        | "/api/customer"
        | "/api/new-subscription"
        | "/api/order-request-form"
        | "/api/partner-choices"
        | "/api/products" => Action::ViewCustomers,
        "/api/subscriptions"
        | "/api/all-subscriptions"
        | "/api/subscription"
        | "/api/subscription-change"
        | "/api/subscription-partners"
        | "/api/renewals"
        | "/api/orders"
        | "/api/order"
        | "/api/statement" => Action::ViewSubscriptions,
        "/api/change-subscription"
        | "/api/begin-renewals"
        | "/api/run-renewals"
        | "/api/retry-renewals"
        | "/api/renewal-bulk" => Action::ManageSubscriptions,
        "/api/designate-support" => Action::DesignateSupport,
        "/api/set-partner-of-record" => Action::ChangeOrders,
        "/api/resellers"
        | "/api/providers"
        | "/api/partnership"
        | "/api/partnership-ending"
        | "/api/invitations"
        | "/api/invitation"
        | "/api/partner-ask"
        | "/api/partner-asks" => Action::ViewPartners,
        "/api/new-invitation"
        | "/api/edit-invitation"
        | "/api/send-invitation"
        | "/api/cancel-invitation" => Action::ManageInvitation,
        "/api/draft-invitation" => Action::InviteForBoth,
        "/api/customer-draft"
        | "/api/customer-details"
        | "/api/customer-lines"
        | "/api/submit-customer"
        | "/api/cancel-customer" => Action::CreateCustomer,
        "/api/required-second-factor" | "/api/require-second-factor" => Action::RequireSecondFactor,
        "/api/licenses"
        | "/api/license-users"
        | "/api/license-holders"
        | "/api/license-user"
        | "/api/user-import-start"
        | "/api/user-import"
        | "/api/user-import-lines"
        | "/api/settle-user-import"
        | "/api/assign-licenses"
        | "/api/withdraw-licenses" => Action::ManageLicenses,
        "/api/own-licenses" => Action::ViewOwnLicenses,
        "/api/users"
        | "/api/user"
        | "/api/new-user"
        | "/api/invite-user"
        | "/api/manage-user-invitation"
        | "/api/update-user-roles"
        | "/api/rename-user"
        | "/api/change-user"
        | "/api/customer-user"
        | "/api/new-customer-user"
        | "/api/user-password"
        | "/api/help-user"
        | "/api/removed-user"
        | "/api/restore-user"
        | "/api/rename-customer-user"
        | "/api/update-customer-user-roles"
        | "/api/add-customer-user" => Action::ManageUsers,
        "/api/customer-groups"
        | "/api/add-customer-group"
        | "/api/rename-customer-group"
        | "/api/remove-customer-group"
        | "/api/assign-customer-groups"
        | "/api/place-customers"
        | "/api/placing"
        | "/api/undo-placing"
        | "/api/narrow-user" => Action::ManageCustomerGroups,
        "/api/order-review" | "/api/place-order" => Action::PlaceOrder,
        "/api/order-requests" | "/api/order-request" => Action::ViewOrderRequests,
        "/api/order-request-review" | "/api/ask-for-order" => Action::AskForOrder,
        "/api/write-order-request" | "/api/withdraw-order-request" => Action::FollowOrderRequest,
        "/api/change-order-request"
        | "/api/approve-order-request"
        | "/api/decline-order-request" => Action::AnswerOrderRequest,
        "/api/agree-order-request" => Action::AgreeToOrderRequest,
        "/api/asked-first" | "/api/set-asked-first" => Action::SetAskedFirst,
        "/api/grants" | "/api/ending" | "/api/end-dates" => Action::ViewGrants,
        "/api/ask-to-renew" => Action::AskToRenew,
        "/api/set-end-dates" | "/api/renew-rights" | "/api/decline-renewal" => Action::SetEndDate,
        "/api/end-grant" => Action::EndGrant,
        "/api/end-relationship" => Action::EndRelationship,
        "/api/change-tenant-owner" => Action::ChangeTenantOwner,
        "/api/revoke-tenant-admin" => Action::RevokeTenantAdmin,
        "/api/grant-tenant-admin" => Action::GrantTenantAdmin,
        "/api/end-partnership" => Action::EndPartnership,
        "/api/enrollment"
        | "/api/begin-enrollment"
        | "/api/postpone-mpn"
        | "/api/correct-country"
        | "/api/enter-legal-profile"
        | "/api/enter-primary-contact"
        | "/api/enter-support-contact"
        | "/api/enroll-now"
        | "/api/resend-confirmation"
        | "/api/appeal" => Action::Enroll,
        "/api/assign-case" => Action::AssignCases,
        "/api/dead-mails" | "/api/resend-mail" => Action::ManageMail,
        "/api/cases"
        | "/api/alike-cases"
        | "/api/case"
        | "/api/decision"
        | "/api/note-on-case"
        | "/api/change-case"
        | "/api/dismiss-proposal"
        | "/api/decide-case" => Action::ReviewEnrollments,
        path => {
            assert!(NO_ROLE.contains(&path), "what does `{path}` ask for?");
            return None;
        }
    })
}
