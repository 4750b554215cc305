//! The fields of every function that a form is posted to: what is kept of a form that failed is what its page can show.

use std::{collections::HashMap, sync::LazyLock};

use leptos::server_fn::ServerFn;
use serde::{
    Deserializer,
    de::{DeserializeOwned, Error as _, Visitor, value::Error},
    forward_to_deserialize_any,
};
use tierline_app::{
    account::api::{
        AddPasskey, AskForNewPasskey, AskForPasskey, BeginSecondFactor, ChangePassword,
        ChooseOrganization, ConfirmSecondFactor, EndOtherSessions, EndSession, EnterCode, Prove,
        RecoveryCodes, RemoveFactor, RenewRecoveryCodes, SetLanguage, SetTheme, SignIn, SignInAs,
        SignOut, TurnOffSecondFactor,
    },
    customer::api::{
        CancelCustomer, CustomerDetails, CustomerLines, RenewSetupPassword, SubmitCustomer,
        TakeSetupInfo,
    },
    demo::api::MoveClock,
    invitation::api::{
        AcceptLink, CancelInvitation, ContinueLink, DeclineLink, DraftInvitation, EditInvitation,
        Link, SendInvitation, SignUp,
    },
    mail::api::ResendMail,
    member::api::{
        ChangeUser, ChoosePassword, InviteUser, Join, JoinAsNew, JoinLink, ManageUserInvitation,
        PasswordLink, RenameUser, UpdateUserRoles,
    },
    order::api::PlaceOrder,
    organization::api::RequireSecondFactor,
    partnership::api::{EndPartnership, GrantTenantAdmin, RevokeTenantAdmin},
    relationship::api::{EndGrant, EndRelationship},
    timeline::api::Earlier,
};

type Names = &'static [&'static str];

/// The functions by their paths.
static FUNCTIONS: LazyLock<HashMap<&'static str, Names>> = LazyLock::new(|| {
    HashMap::from([
        of::<AcceptLink>(),
        of::<AddPasskey>(),
        of::<AskForNewPasskey>(),
        of::<AskForPasskey>(),
        of::<BeginSecondFactor>(),
        of::<CancelCustomer>(),
        of::<CancelInvitation>(),
        of::<ChangePassword>(),
        of::<ChangeUser>(),
        of::<ChooseOrganization>(),
        of::<ChoosePassword>(),
        of::<ConfirmSecondFactor>(),
        of::<ContinueLink>(),
        of::<CustomerDetails>(),
        of::<CustomerLines>(),
        of::<DeclineLink>(),
        of::<DraftInvitation>(),
        of::<Earlier>(),
        of::<EditInvitation>(),
        of::<EndGrant>(),
        of::<EndOtherSessions>(),
        of::<EndPartnership>(),
        of::<EndRelationship>(),
        of::<EndSession>(),
        of::<EnterCode>(),
        of::<GrantTenantAdmin>(),
        of::<InviteUser>(),
        of::<Join>(),
        of::<JoinAsNew>(),
        of::<JoinLink>(),
        of::<Link>(),
        of::<ManageUserInvitation>(),
        of::<MoveClock>(),
        of::<PasswordLink>(),
        of::<PlaceOrder>(),
        of::<Prove>(),
        of::<RecoveryCodes>(),
        of::<RemoveFactor>(),
        of::<RenameUser>(),
        of::<RenewRecoveryCodes>(),
        of::<RenewSetupPassword>(),
        of::<RequireSecondFactor>(),
        of::<ResendMail>(),
        of::<RevokeTenantAdmin>(),
        of::<SendInvitation>(),
        of::<SetLanguage>(),
        of::<SetTheme>(),
        of::<SignIn>(),
        of::<SignInAs>(),
        of::<SignOut>(),
        of::<SignUp>(),
        of::<SubmitCustomer>(),
        of::<TakeSetupInfo>(),
        of::<TurnOffSecondFactor>(),
        of::<UpdateUserRoles>(),
    ])
});

/// The names of the function's fields; none for a path that is no form's.
pub(crate) fn names(function: &str) -> Names {
    FUNCTIONS.get(function).copied().unwrap_or_default()
}

fn of<F: ServerFn + DeserializeOwned>() -> (&'static str, Names) {
    let mut names: Names = &[];
    // Nothing is read: a function says the names before it asks for the first value.
    let _ = F::deserialize(Asked(&mut names));
    (F::PATH, names)
}

/// Notes the names that are asked for.
struct Asked<'a>(&'a mut Names);

impl<'de> Deserializer<'de> for Asked<'_> {
    type Error = Error;

    fn deserialize_struct<V: Visitor<'de>>(
        self,
        _: &'static str,
        fields: Names,
        _: V,
    ) -> Result<V::Value, Error> {
        *self.0 = fields;
        self.nothing()
    }

    fn deserialize_any<V: Visitor<'de>>(self, _: V) -> Result<V::Value, Error> {
        self.nothing()
    }

    forward_to_deserialize_any! {
        bool i8 i16 i32 i64 i128 u8 u16 u32 u64 u128 f32 f64 char str string bytes byte_buf option unit unit_struct
        newtype_struct seq tuple tuple_struct map enum identifier ignored_any
    }
}

impl Asked<'_> {
    fn nothing<T>(self) -> Result<T, Error> {
        Err(Error::custom("nothing is read"))
    }
}

#[cfg(test)]
mod tests {
    use http::Method;

    use super::*;

    #[test]
    fn every_function_that_is_posted_to_has_its_fields() {
        let posted = leptos::server_fn::axum::server_fn_paths()
            .filter(|(_, method)| *method == Method::POST)
            .map(|(path, _)| path);
        let missing: Vec<_> = posted
            .filter(|path| !FUNCTIONS.contains_key(path))
            .collect();
        assert_eq!(missing, Vec::<&str>::new());
    }

    #[test]
    fn the_names_are_those_of_the_arguments() {
        assert_eq!(names("/api/sign-in"), ["email", "password", "next"]);
        assert_eq!(names("/api/sign-out"), ["next"]);
        assert_eq!(names("/api/end-other-sessions"), Vec::<&str>::new());
        assert_eq!(names("/api/no-function"), Vec::<&str>::new());
    }
}
