//! Refusals of a user's own account.

use tierline_core::account::Refusal;

use crate::i18n::{Lang, messages};

/// The refusal in words.
pub(super) fn explain(lang: Lang, refusal: &Refusal) -> String {
    match refusal {
        Refusal::TooManyPasskeys { most } => too_many_passkeys(lang, most),
    }
}

messages! {
    too_many_passkeys(most) => [
        "Your account has {most} passkeys, and cannot have more. Remove one that you no longer use, then add this one.",
        "您的帳戶已有 {most} 個通行金鑰，無法再新增。請先移除不再使用的通行金鑰，再新增此金鑰。",
        "你的帐户已有 {most} 个通行密钥，无法再添加。请先移除不再使用的通行密钥，再添加此密钥。",
    ];
}
