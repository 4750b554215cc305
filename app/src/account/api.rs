//! Server functions about the caller's own account.

pub mod preferences;
pub mod second_factor;
pub mod session;

pub use self::{
    preferences::{SetLanguage, SetTheme},
    second_factor::{
        AddPasskey, AskForNewPasskey, AskForPasskey, BeginSecondFactor, ConfirmSecondFactor, Prove,
        RecoveryCodes, RemoveFactor, RenewRecoveryCodes, TurnOffSecondFactor,
    },
    session::{
        ChangePassword, ChooseOrganization, EndOtherSessions, EndSession, EnterCode, SignIn,
        SignInAs, SignOut,
    },
};
