//! Server functions about the caller's own account.

pub mod preferences;
pub mod second_factor;
pub mod session;

pub use self::{
    preferences::{SetLanguage, SetTheme},
    second_factor::{
        AddPasskey, AskForNewPasskey, AskForPasskey, BeginSecondFactor, ConfirmSecondFactor, Prove,
        RecoveryCodes, RemoveFactor, RenewRecoveryCodes, TurnOffSecondFactor, second_factor,
    },
    session::{
        ChangePassword, ChooseOrganization, EndOtherSessions, EndSession, EnterCode, SignIn,
        SignInAs, SignOut, own_sessions,
    },
};

/// The paths of the functions for a user who owes a second factor: to set it up, to sign out or sign in as somebody
/// else, and to read the page in another language. Every other one is refused.
#[cfg(feature = "ssr")]
pub const BEFORE_SECOND_FACTOR: [&str; 13] = {
    use leptos::server_fn::ServerFn;
    use second_factor as factor;

    [
        factor::SecondFactor::PATH,
        factor::BeginSecondFactor::PATH,
        factor::ConfirmSecondFactor::PATH,
        factor::AskForNewPasskey::PATH,
        factor::AddPasskey::PATH,
        factor::AskForPasskey::PATH,
        session::SignIn::PATH,
        session::SignInAs::PATH,
        session::SignInWays::PATH,
        session::EnterCode::PATH,
        SignOut::PATH,
        SetLanguage::PATH,
        SetTheme::PATH,
    ]
};
