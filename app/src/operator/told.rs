//! What the operator has done to organizations, in words: the notices after it.

use crate::i18n::{messages, worded_codes};

worded_codes! {
    /// A finished action, reported on the page that follows.
    pub enum Notice {
        Suspended = "organization_suspended" => done_suspended,
        SuspensionLifted = "suspension_lifted" => done_lifted,
    }
}

messages! {
    done_suspended => [
        "Organization suspended. Its admins were told by email.",
        "組織已暫停，並已以郵件通知其管理員。",
        "组织已暂停，并已通过邮件通知其管理员。",
    ];
    done_lifted => [
        "Suspension lifted. The organization's admins were told by email.",
        "已解除暫停，並已以郵件通知該組織的管理員。",
        "已解除暂停，并已通过邮件通知该组织的管理员。",
    ];
}
