//! The text that a message begins with, in the language of the page. It can be edited freely.

use tierline_core::invitation::LINK_PLACEHOLDER;

use crate::i18n::{Lang, messages};

/// Subject and text of a new message.
pub struct Prefilled {
    /// The subject.
    pub subject: String,
    /// The text, with the place of the link on a line of its own.
    pub text: String,
}

/// From a provider to a reseller.
#[must_use]
pub fn partnership(lang: Lang, user: &str, provider: &str) -> Prefilled {
    Prefilled {
        subject: partnership_subject(lang, provider),
        text: assemble(
            lang,
            &partnership_ask(lang, provider),
            &partnership_means(lang, provider),
            user,
            provider,
        ),
    }
}

/// From a partner to a customer, for itself.
#[must_use]
pub fn relationship(lang: Lang, user: &str, partner: &str) -> Prefilled {
    Prefilled {
        subject: relationship_subject(lang, partner),
        text: assemble(
            lang,
            &relationship_ask(lang, partner),
            relationship_means(lang),
            user,
            partner,
        ),
    }
}

/// From a reseller to a customer, for itself and its provider.
#[must_use]
pub fn both(lang: Lang, user: &str, reseller: &str, provider: &str) -> Prefilled {
    Prefilled {
        subject: both_subject(lang, reseller, provider),
        text: assemble(
            lang,
            &both_ask(lang, reseller, provider),
            &both_means(lang, reseller, provider),
            user,
            reseller,
        ),
    }
}

fn assemble(lang: Lang, ask: &str, means: &str, user: &str, organization: &str) -> String {
    let greeting = greeting(lang);
    let closing = closing(lang);
    let personal = personal(lang);
    format!(
        "{greeting}\n\n{ask}\n\n{LINK_PLACEHOLDER}\n\n{means}\n\n{personal}\n\n{closing}\n{user}\n{organization}"
    )
}

messages! {
    greeting => ["Hello,", "您好：", "你好："];
    closing => ["Kind regards,", "敬祝 順利", "此致"];
    personal => [
        "This link is for a global admin of your organization. It works once. The page it opens says until when.",
        "此連結供貴組織的全域管理員使用，只能使用一次。開啟的頁面會註明期限。",
        "此链接供贵组织的全局管理员使用，只能使用一次。打开的页面会注明期限。",
    ];
    partnership_subject(provider) => [
        "{provider} would like to be your indirect provider",
        "{provider} 希望成為您的間接提供者",
        "{provider} 希望成为你的间接提供商",
    ];
    partnership_ask(provider) => [
        "{provider} would like to be your indirect provider. Please open this link, sign in, and authorize us:",
        "{provider} 希望成為您的間接提供者。請開啟此連結、登入並授權給我們：",
        "{provider} 希望成为你的间接提供商。请打开此链接、登录并授权给我们：",
    ];
    partnership_means(provider) => [
        "If you authorize us, {provider} can submit orders and add subscriptions for your customers, and gets administrator access to your tenant. You can revoke that access at any time without ending the partnership.",
        "授權之後，{provider} 可以為您的客戶提交訂單和新增訂閱，並取得您租用戶的系統管理員存取權。您可以隨時收回該存取權而不必結束合作關係。",
        "授权之后，{provider} 可以为你的客户提交订单和添加订阅，并获得你租户的管理员访问权限。你可以随时收回该访问权限而不必结束合作关系。",
    ];
    relationship_subject(partner) => [
        "{partner} would like a reseller relationship with you",
        "{partner} 希望與您建立經銷商關係",
        "{partner} 希望与你建立经销商关系",
    ];
    relationship_ask(partner) => [
        "{partner} would like to be your partner for cloud services. Please open this link, sign in with your work account or create one, and authorize us:",
        "{partner} 希望擔任您的雲端服務合作夥伴。請開啟此連結、以工作帳戶登入或建立一個，並授權給我們：",
        "{partner} 希望担任你的云服务合作伙伴。请打开此链接、用工作帐户登录或创建一个，并授权给我们：",
    ];
    relationship_means => [
        "The page shows each permission we're asking for. You can leave out any of them, and you can remove them later.",
        "頁面會顯示我們要求的每一項權限。您可以不授與其中任何一項，之後也可以逐項收回。",
        "页面会显示我们请求的每一项权限。你可以不授予其中任何一项，之后也可以逐项收回。",
    ];
    both_subject(reseller, provider) => [
        "{reseller} and {provider} would like a reseller relationship with you",
        "{reseller} 和 {provider} 希望與您建立經銷商關係",
        "{reseller} 和 {provider} 希望与你建立经销商关系",
    ];
    both_ask(reseller, provider) => [
        "{reseller} would like to serve you together with its indirect provider, {provider}. Please open this link, sign in with your work account or create one, and authorize both of us:",
        "{reseller} 希望與其間接提供者 {provider} 共同為您服務。請開啟此連結、以工作帳戶登入或建立一個，並授權給雙方：",
        "{reseller} 希望与其间接提供商 {provider} 共同为你服务。请打开此链接、用工作帐户登录或创建一个，并授权给双方：",
    ];
    both_means(reseller, provider) => [
        "{reseller} manages your subscriptions, licenses, and users, and {provider} submits orders on your behalf. The page shows each permission. You can leave out any of them, and you can remove them later.",
        "{reseller} 管理您的訂閱、授權和使用者；{provider} 代表您提交訂單。頁面會顯示每一項權限；您可以不授與其中任何一項，之後也可以逐項收回。",
        "{reseller} 管理你的订阅、许可证和用户；{provider} 代表你提交订单。页面会显示每一项权限；你可以不授予其中任何一项，之后也可以逐项收回。",
    ];
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_message_can_be_sent_as_it_is() {
        use tierline_core::text::{MessageSubject, MessageText};
        for lang in Lang::ALL {
            for prefilled in [
                partnership(lang, "Ann", "Contoso"),
                relationship(lang, "Ann", "Contoso"),
                both(lang, "Ann", "Fabrikam", "Contoso"),
            ] {
                MessageSubject::parse(&prefilled.subject).unwrap();
                assert_eq!(
                    MessageText::parse(&prefilled.text).unwrap().as_str(),
                    prefilled.text
                );
                assert!(prefilled.text.lines().any(|line| line == LINK_PLACEHOLDER));
                assert!(
                    prefilled.text.ends_with("Contoso") || prefilled.text.ends_with("Fabrikam")
                );
                assert_eq!(prefilled.text.matches('{').count(), 1);
            }
        }
    }
}
