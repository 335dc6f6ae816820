//! Documents in Vietnamese.

use crate::domain::deposit::PeriodUnit;
use crate::text::buyer::words::phrases::{
    BankWords, ColumnTitles, DueWords, Methods, MilestonePhrases, PageWords, PaperText, PolicyHeadings,
    RowWords, SheetWords, ShippingWords, Statuses, Totals, event, one_of,
};

pub(crate) static TEXT: PaperText = PaperText {
    own_name: "Tiếng Việt",
    colon: ": ",
    payment_schedule: "Lịch thanh toán",
    deposit_policy: "Quy định về khoản trả trước",
    to: "Kính gửi",
    seller: "Bên bán",
    buyer: "Bên mua",
    proforma_invoice: "Hóa đơn chiếu lệ (PI)",
    proforma_date: "Ngày hóa đơn chiếu lệ",
    product: "Sản phẩm",
    delivery_terms: "Điều kiện giao hàng",
    contract_total: "Tổng giá trị hợp đồng",
    payment_terms: "Điều khoản thanh toán",
    means_of_payment: "Phương thức thanh toán",
    currency: "Loại tiền",
    issued_on: |date| format!("Lập {date}"),
    rows: RowWords {
        deposit: "Khoản trả trước",
        balance: "Thanh toán phần còn lại",
        deposit_of: |part, parts| format!("Khoản trả trước, đợt {part}/{parts}"),
        balance_of: |part, parts| format!("Thanh toán phần còn lại, đợt {part}/{parts}"),
        payment: "Thanh toán",
        instalment: |part| format!("Đợt {part}"),
    },
    columns: ColumnTitles {
        number: "STT",
        due: "Ngày đến hạn",
        description: "Nội dung",
        share: "Tỷ lệ",
        amount: "Số tiền",
        paid: "Đã trả",
        status: "Trạng thái",
        balance_after: "Còn phải trả",
    },
    totals: Totals {
        total: "Tổng cộng",
        paid: "Tổng đã trả",
        open: "Còn phải trả",
        over: "Số tiền trả thừa",
        bank_fees: "Phí ngân hàng được chấp nhận",
        difference: "Chênh lệch so với tổng giá trị hợp đồng",
    },
    statuses: Statuses {
        paid: "Đã trả",
        due: "Đến hạn",
        overdue: "Quá hạn",
        part_paid: "Đã trả một phần",
        upcoming: "Chưa đến hạn",
    },
    shipping: ShippingWords {
        production_starts: |share| format!("Sản xuất bắt đầu khi nhận được {share} tổng giá trị hợp đồng."),
        goods_ship_after: |days| {
            format!(
                "Hàng được giao lên tàu trong {} kể từ khi bắt đầu sản xuất.",
                span(days, PeriodUnit::Days)
            )
        },
        ship_by: "Ngày giao hàng (lên tàu) muộn nhất",
        last_true_day: "Ngày cuối cùng nhận khoản trả trước để kịp ngày giao hàng lên tàu",
    },
    due: DueWords {
        span,
        after: |span, after| format!("{span} {after}"),
        then: ", ",
        end_of_month: "vào cuối tháng của ngày đó",
        day_of_next_month: |day| format!("vào ngày {day} của tháng liền sau ngày đó"),
        next_day: |days| {
            format!("vào ngày {} đầu tiên kể từ ngày đó", one_of(days, |day| day.to_string(), ", ", " hoặc "))
        },
        comma: ", ",
    },
    milestones: MilestonePhrases {
        order_confirmation: event("khi xác nhận đơn hàng", "sau khi xác nhận đơn hàng"),
        production_start: event("khi bắt đầu sản xuất", "sau khi bắt đầu sản xuất"),
        goods_ready: event("khi hàng sẵn sàng", "sau khi hàng sẵn sàng"),
        inspection_passed: event("khi kiểm hàng đạt yêu cầu", "sau khi kiểm hàng đạt yêu cầu"),
        shipment: event("khi giao hàng lên tàu", "sau khi giao hàng lên tàu"),
        copy_of_bill_of_lading: event("khi nhận bản sao vận đơn B/L", "sau khi nhận bản sao vận đơn B/L"),
        original_documents: event("khi nhận chứng từ gốc", "sau khi nhận chứng từ gốc"),
        arrival: event("khi hàng đến cảng", "sau khi hàng đến cảng"),
        delivery: event("khi giao hàng", "sau khi giao hàng"),
        acceptance: event("khi nghiệm thu", "sau khi nghiệm thu"),
    },
    methods: Methods {
        transfer: "Chuyển khoản (T/T)",
        letter_of_credit_at_sight: "Thư tín dụng trả ngay (L/C)",
        cash_against_documents: "Giao chứng từ trả tiền ngay (CAD)",
    },
    bank: BankWords {
        details: "Thông tin tài khoản",
        beneficiary: "Người thụ hưởng",
        bank: "Ngân hàng",
        bank_address: "Địa chỉ ngân hàng",
        account: "Số tài khoản / IBAN",
        swift: "SWIFT / BIC",
        remarks: "Lưu ý",
        please_quote: |reference| format!("Vui lòng ghi {reference} trong nội dung mỗi lần chuyển tiền."),
        safety: "Nếu nhận được thông báo về tài khoản ngân hàng khác, trước khi thanh toán, vui lòng gọi cho chúng tôi theo số điện thoại mà quý khách đã biết.",
    },
    policy: PolicyHeadings {
        why: "Vì sao cần khoản trả trước",
        how_much: "Số tiền và thời điểm",
        used_for: "Khoản trả trước dùng vào việc gì",
        protection: "Khoản trả trước được bảo đảm thế nào",
        changes: "Khi đơn hàng thay đổi hoặc bị hủy",
        questions: "Liên hệ khi có thắc mắc",
    },
    sheets: SheetWords {
        account_card: "Tài khoản ngân hàng của chúng tôi",
        exact_name: "Vui lòng ghi tên người thụ hưởng đúng như ở đây: nhiều ngân hàng đối chiếu tên với số tài khoản.",
        never_by_email: "Chúng tôi không bao giờ thay đổi thông tin này qua e-mail.",
        approval_sheet: "Đơn hàng trình phê duyệt",
        agreed_terms: "Các điều khoản đã thỏa thuận",
        quantity: "Số lượng",
        unit_price: "Đơn giá",
        lead_time: "Thời gian sản xuất (ngày)",
        valid_until: "Báo giá có hiệu lực đến",
        open_questions: "Vấn đề còn để ngỏ",
        decision_needed: "Quyết định cần đưa ra",
        decision: "Quyết định",
        decide_by: "Hạn quyết định",
        approve: "Phê duyệt đơn hàng theo các điều khoản này.",
        approve_and_pay: |money| {
            format!("Phê duyệt đơn hàng theo các điều khoản này và thanh toán khoản đầu tiên {money}.")
        },
    },
    page: PageWords {
        page_of: |page, pages| format!("Trang {page}/{pages}"),
        for_seller: "Đại diện bên bán",
        for_buyer: "Đại diện bên mua",
        name_date_signature: "Ký, ghi rõ họ tên, đóng dấu",
    },
};

fn span(count: u32, unit: PeriodUnit) -> String {
    match unit {
        PeriodUnit::Days => format!("{count} ngày"),
        PeriodUnit::Weeks => format!("{count} tuần"),
        PeriodUnit::Months => format!("{count} tháng"),
    }
}
