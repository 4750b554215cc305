//! Notices after a finished action.

use crate::i18n::{messages, worded_codes};

worded_codes! {
    /// A finished action, reported on the page that follows.
    pub enum Notice {
        CountryCorrected = "country_corrected" => done_country_corrected,
        Enrolled = "enrolled" => done_enrolled,
        EnrolledAtOnce = "enrolled_at_once" => done_enrolled_at_once,
        EnrollmentChanged = "enrollment_changed" => done_changed,
        ConfirmationResent = "confirmation_resent" => done_resent,
        ContactConfirmed = "contact_confirmed" => done_confirmed,
        ContactDenied = "contact_denied" => done_denied,
        Appealed = "appealed" => done_appealed,
        DocumentAdded = "document_added" => done_document_added,
    }
}

messages! {
    done_country_corrected => [
        "Country/region corrected.",
        "已更正國家/地區。",
        "已更正国家/地区。",
    ];
    done_enrolled => [
        "Enrollment submitted. We've emailed the primary contact.",
        "您的註冊已送出。我們已傳送郵件給主要連絡人。",
        "你的注册已提交。我们已向主要联系人发送邮件。",
    ];
    done_enrolled_at_once => [
        "Your enrollment is approved. Sign the agreement next.",
        "您的註冊已核准。接下來請簽署合約。",
        "你的注册已获批准。接下来请签署协议。",
    ];
    done_changed => [
        "Saved. The checks that depend on what you changed start over.",
        "已儲存。與變更內容相關的檢查將重新開始。",
        "已保存。与更改内容相关的检查将重新开始。",
    ];
    done_resent => [
        "Email resent. Only its new link works.",
        "已重新傳送郵件。只有新的連結有效。",
        "已重新发送邮件。只有新的链接有效。",
    ];
    done_confirmed => [
        "Thank you. The review continues now.",
        "謝謝您。審查將繼續進行。",
        "谢谢。审核将继续进行。",
    ];
    done_denied => [
        "Thank you. The enrollment won't continue with your address.",
        "謝謝您。此註冊不會使用您的地址繼續。",
        "谢谢。此注册不会使用你的地址继续。",
    ];
    done_appealed => [
        "Your appeal is with the program operator.",
        "您的申訴已送交計畫營運者。",
        "你的申诉已提交给计划运营方。",
    ];
    done_document_added => [
        "Document added. The program operator sees it with your enrollment.",
        "已新增文件。計畫營運者會在您的註冊中看到它。",
        "已添加文档。计划运营方会在你的注册中看到它。",
    ];
}
