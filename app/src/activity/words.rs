//! Events in words: one sentence for each event that core knows.

mod account;
mod look;
mod organization;
mod price_list;

use tierline_core::{
    event::Event,
    ids::OrganizationId,
    invitation::{self, Delivery, Kind},
    order,
    organization::Party,
    partnership,
    relationship::{self, Origin},
    subscription,
};

use crate::{
    i18n::{Lang, date_time, messages},
    relationship::words as grant,
    timeline::{Sentence, Told},
};

/// An event for a reader who may know these organizations.
#[must_use]
pub fn tell(event: &Event, parties: &[Party]) -> Told {
    let (tone, glyph) = look::of(event);
    Told {
        what: Sentence::of(|lang| describe(lang, event, parties)),
        reason: reason(event).map(str::to_owned),
        tone,
        glyph,
        by_link_holder: matches!(
            event,
            Event::Invitation {
                event: invitation::Event::Opened { .. },
                ..
            }
        ),
    }
}

/// One sentence about the event.
fn describe(lang: Lang, event: &Event, parties: &[Party]) -> String {
    let names = Names { lang, parties };
    match event {
        Event::Organization { event, .. } => organization::describe(&names, event),
        Event::User { event, .. } => account::describe(&names, event),
        Event::Invitation { event, .. } => names.invitation(event),
        Event::Partnership { event, .. } => names.partnership(event),
        Event::Relationship { event, .. } => names.relationship(event),
        Event::Order { event, .. } => names.order(event),
        Event::Subscription { event, .. } => names.subscription(event),
        Event::PriceList { event, .. } => price_list::describe(lang, event),
    }
}

/// The text that a user wrote with it: the reason of a refusal or of an end.
fn reason(event: &Event) -> Option<&str> {
    let reason = match event {
        Event::Invitation {
            event: invitation::Event::Declined { reason, .. },
            ..
        }
        | Event::Partnership {
            event:
                partnership::Event::NoticeGiven { reason, .. }
                | partnership::Event::Ended { reason, .. },
            ..
        } => reason,
        _ => return None,
    };
    reason.as_ref().map(|reason| reason.as_str())
}

/// The names that the reader may know.
struct Names<'a> {
    lang: Lang,
    parties: &'a [Party],
}

impl Names<'_> {
    fn of(&self, id: OrganizationId) -> &str {
        self.parties
            .iter()
            .find(|party| party.id == id)
            .map_or_else(|| somebody(self.lang), |party| party.name.as_str())
    }

    fn invitation(&self, event: &invitation::Event) -> String {
        let lang = self.lang;
        match event {
            invitation::Event::Drafted { kind, message, .. } => {
                let to = &message.recipient;
                match *kind {
                    Kind::Partnership { .. } => drafted_partnership(lang, to),
                    Kind::Relationship { .. } => drafted_relationship(lang, to),
                    Kind::JointRelationship { reseller, provider } => {
                        drafted_joint(lang, to, self.of(reseller), self.of(provider))
                    }
                }
            }
            invitation::Event::Edited { message, .. } => edited(lang, &message.recipient),
            invitation::Event::Sent {
                link,
                delivery,
                expires,
                ..
            } => {
                let until = date_time(lang, *expires);
                match (*link > 1, delivery) {
                    (false, Delivery::Portal) => sent(lang, until),
                    (false, Delivery::OwnMail) => sent_by_hand(lang, until),
                    (true, Delivery::Portal) => resent(lang, until),
                    (true, Delivery::OwnMail) => resent_by_hand(lang, until),
                }
            }
            invitation::Event::Opened { .. } => opened(lang).to_owned(),
            invitation::Event::Accepted { organization, .. } => {
                accepted(lang, self.of(*organization))
            }
            invitation::Event::Declined { organization, .. } => {
                declined(lang, self.of(*organization))
            }
            invitation::Event::Canceled { .. } => canceled(lang).to_owned(),
            invitation::Event::Expired { .. } => expired(lang).to_owned(),
        }
    }

    fn partnership(&self, event: &partnership::Event) -> String {
        let lang = self.lang;
        match event {
            partnership::Event::Formed {
                provider, reseller, ..
            } => formed(lang, self.of(*reseller), self.of(*provider)),
            partnership::Event::TenantAdminRevoked { .. } => tenant_admin_revoked(lang).to_owned(),
            partnership::Event::TenantAdminGranted { .. } => tenant_admin_granted(lang).to_owned(),
            partnership::Event::NoticeGiven { by, ends, .. } => {
                notice_given(lang, self.of(*by), date_time(lang, *ends))
            }
            partnership::Event::Ended { by, .. } => ended(lang, self.of(*by)),
        }
    }

    fn relationship(&self, event: &relationship::Event) -> String {
        let lang = self.lang;
        match event {
            relationship::Event::Established {
                partner,
                customer,
                origin: Origin::Invitation { .. },
                grants,
                ..
            } => granted(
                lang,
                self.of(*customer),
                self.of(*partner),
                grant::terms(lang, *grants),
            ),
            relationship::Event::Established {
                partner,
                customer,
                origin: Origin::Created { .. },
                grants,
                ..
            } => set_up(
                lang,
                self.of(*customer),
                self.of(*partner),
                grant::terms(lang, *grants),
            ),
            relationship::Event::Granted { grants, .. } => {
                granted_more(lang, grant::terms(lang, *grants))
            }
            relationship::Event::GrantEnded { grant, .. } => {
                grant_ended(lang, grant::term(lang, *grant))
            }
            relationship::Event::Ended { .. } => relationship_ended(lang).to_owned(),
        }
    }

    fn order(&self, event: &order::Event) -> String {
        let lang = self.lang;
        let order::Event::Placed {
            customer,
            partner,
            partner_of_record,
            lines,
            ..
        } = event;
        let licenses: u64 = lines.iter().map(|line| u64::from(line.quantity)).sum();
        match partner_of_record {
            None => ordered(lang, self.of(*partner), licenses, self.of(*customer)),
            Some(record) => ordered_with(
                lang,
                self.of(*partner),
                licenses,
                self.of(*customer),
                self.of(*record),
            ),
        }
    }

    fn subscription(&self, event: &subscription::Event) -> String {
        let subscription::Event::Activated {
            quantity, customer, ..
        } = event;
        activated(self.lang, *quantity, self.of(*customer))
    }
}

messages! {
    somebody => ["another organization", "另一個組織", "另一个组织"];

    drafted_partnership(to) => [
        "Drafted a partnership request to {to}",
        "起草了給 {to} 的合作關係要求",
        "起草了给 {to} 的合作关系请求",
    ];
    drafted_relationship(to) => [
        "Drafted a request for a reseller relationship to {to}",
        "起草了給 {to} 的經銷商關係要求",
        "起草了给 {to} 的经销商关系请求",
    ];
    drafted_joint(to, reseller, provider) => [
        "Drafted an invitation to {to} for {reseller} and {provider}",
        "為 {reseller} 和 {provider} 起草了給 {to} 的邀請",
        "为 {reseller} 和 {provider} 起草了给 {to} 的邀请",
    ];
    edited(to) => ["Changed the draft to {to}", "變更了給 {to} 的草稿", "更改了给 {to} 的草稿"];
    sent(until) => [
        "Sent; it can be answered until {until}",
        "已傳送；可在 {until} 之前回覆",
        "已发送；可在 {until} 之前答复",
    ];
    sent_by_hand(until) => [
        "Link made for sending it by own mail; it can be answered until {until}",
        "已建立連結以自行寄送；可在 {until} 之前回覆",
        "已创建链接以自行发送；可在 {until} 之前答复",
    ];
    resent(until) => [
        "Sent again with a new link, the older one no longer works; it can be answered until {until}",
        "已使用新連結重新傳送，舊連結已失效；可在 {until} 之前回覆",
        "已使用新链接重新发送，旧链接已失效；可在 {until} 之前答复",
    ];
    resent_by_hand(until) => [
        "New link made for sending it by own mail, the older one no longer works; it can be answered until {until}",
        "已建立新連結以自行寄送，舊連結已失效；可在 {until} 之前回覆",
        "已创建新链接以自行发送，旧链接已失效；可在 {until} 之前答复",
    ];
    opened => ["The invitation was opened", "邀請已被開啟", "邀请已被打开"];
    accepted(organization) => [
        "{organization} accepted the invitation",
        "{organization} 接受了邀請",
        "{organization} 接受了邀请",
    ];
    declined(organization) => [
        "{organization} declined the invitation",
        "{organization} 拒絕了邀請",
        "{organization} 拒绝了邀请",
    ];
    canceled => ["The invitation was canceled", "邀請已取消", "邀请已取消"];
    expired => ["The invitation expired without an answer", "邀請未獲回覆而過期", "邀请未获答复而过期"];

    formed(reseller, provider) => [
        "{reseller} authorized {provider} as its indirect provider",
        "{reseller} 授權 {provider} 擔任其間接提供者",
        "{reseller} 批准 {provider} 担任其间接提供商",
    ];
    tenant_admin_revoked => [
        "The administrator access to the reseller's tenant was taken away",
        "已收回對經銷商租用戶的系統管理員存取權",
        "已收回对经销商租户的管理员访问权限",
    ];
    tenant_admin_granted => [
        "The administrator access to the reseller's tenant was given again",
        "已再次授與對經銷商租用戶的系統管理員存取權",
        "已再次授予对经销商租户的管理员访问权限",
    ];
    notice_given(by, ends) => [
        "{by} gave notice: the partnership ends on {ends}",
        "{by} 已通知：合作關係將於 {ends} 結束",
        "{by} 已通知：合作关系将于 {ends} 结束",
    ];
    ended(by) => ["{by} ended the partnership", "{by} 結束了合作關係", "{by} 结束了合作关系"];

    granted(customer, partner, terms) => [
        "{customer} granted {partner}: {terms}",
        "{customer} 授與 {partner}：{terms}",
        "{customer} 授予 {partner}：{terms}",
    ];
    set_up(customer, partner, terms) => [
        "Set up with the new customer {customer} for {partner}: {terms}",
        "隨新客戶 {customer} 為 {partner} 設定：{terms}",
        "随新客户 {customer} 为 {partner} 设置：{terms}",
    ];
    granted_more(terms) => ["More was granted: {terms}", "授與了更多權限：{terms}", "授予了更多权限：{terms}"];
    grant_ended(term) => [
        "The customer took a right away: {term}",
        "客戶收回了一項權限：{term}",
        "客户收回了一项权限：{term}",
    ];
    relationship_ended => [
        "The customer ended the reseller relationship",
        "客戶結束了經銷商關係",
        "客户结束了经销商关系",
    ];

    ordered(partner, licenses, customer) => [
        "{partner} ordered for {customer}; licenses: {licenses}",
        "{partner} 為 {customer} 訂購；授權數：{licenses}",
        "{partner} 为 {customer} 订购；许可证数：{licenses}",
    ];
    ordered_with(partner, licenses, customer, record) => [
        "{partner} ordered for {customer}; licenses: {licenses}; partner of record: {record}",
        "{partner} 為 {customer} 訂購；授權數：{licenses}；記錄合作夥伴：{record}",
        "{partner} 为 {customer} 订购；许可证数：{licenses}；登记合作伙伴：{record}",
    ];
    activated(quantity, customer) => [
        "A subscription of {customer} became active; licenses: {quantity}",
        "{customer} 的一項訂閱已啟用；授權數：{quantity}",
        "{customer} 的一项订阅已启用；许可证数：{quantity}",
    ];
}

#[cfg(test)]
mod tests {
    use tierline_core::{Timestamp, ids::PartnershipId};
    use uuid::Uuid;

    use super::*;

    #[test]
    fn organizations_are_named_as_far_as_the_reader_may_know_them() {
        let at: Timestamp = "2026-11-21T09:15:00Z".parse().unwrap();
        let id = |n| OrganizationId::from_uuid(Uuid::from_u128(n));
        let event = Event::Partnership {
            id: PartnershipId::from_uuid(Uuid::from_u128(3)),
            event: partnership::Event::NoticeGiven {
                at,
                by: id(1),
                user: Uuid::from_u128(4).into(),
                ends: at,
                reason: Some("we merge".parse().unwrap()),
            },
        };
        let known = Party {
            id: id(1),
            name: "Fabrikam".parse().unwrap(),
        };
        let told = tell(&event, &[known]);
        assert_eq!(
            told.what.in_language(Lang::En),
            "Fabrikam gave notice: the partnership ends on 21 November 2026, 09:15 UTC"
        );
        assert_eq!(told.reason.as_deref(), Some("we merge"));
        assert!(!told.by_link_holder);
        let told = tell(&event, &[]);
        assert!(
            told.what
                .in_language(Lang::ZhHans)
                .starts_with("另一个组织")
        );
    }
}
