//! Documents in Vietnamese.

use crate::domain::deposit::Unit;
use crate::text::buyer::words::phrases::{
    BankWords, Columns, DueWords, Methods, Milestones, PageWords, PaperText, PolicyHeadings, RowWords,
    ShippingWords, Statuses, Totals, event,
};

pub(crate) static TEXT: PaperText = PaperText {
    own_name: "Tiếng Việt",
    colon: ": ",
    payment_schedule: "Lịch thanh toán",
    deposit_policy: "Quy định về khoản trả trước",
    to: "Kính gửi",
    from: "Bên gửi",
    proforma_invoice: "Hóa đơn chiếu lệ (PI)",
    proforma_date: "Ngày hóa đơn chiếu lệ",
    product: "Sản phẩm",
    delivery_terms: "Điều kiện giao hàng",
    contract_total: "Tổng giá trị hợp đồng",
    payment_terms: "Điều khoản thanh toán",
    currency: "Loại tiền",
    notes: "Ghi chú",
    issued_on: |date| format!("Lập {date}"),
    rows: RowWords {
        deposit: "Tiền trả trước",
        balance: "Phần còn lại",
        deposit_of: |part, parts| format!("Tiền trả trước, đợt {part}/{parts}"),
        balance_of: |part, parts| format!("Phần còn lại, đợt {part}/{parts}"),
        payment: "Thanh toán",
        instalment: |part| format!("Đợt {part}"),
    },
    columns: Columns {
        number: "STT",
        due: "Ngày đến hạn",
        description: "Nội dung",
        share: "Tỷ lệ",
        amount: "Số tiền",
        paid: "Đã trả",
        status: "Trạng thái",
        balance_after: "Còn lại",
    },
    totals: Totals {
        total: "Tổng cộng",
        paid: "Tổng đã trả",
        open: "Còn phải trả",
        over: "Số tiền trả thừa",
    },
    statuses: Statuses {
        paid: "Đã trả",
        due: "Đến hạn",
        overdue: "Quá hạn",
        part_paid: "Đã trả một phần",
        upcoming: "Chưa đến hạn",
        in_transit: "Đang chuyển tiền",
    },
    shipping: ShippingWords {
        production_starts: |share| format!("Sản xuất bắt đầu khi nhận được {share} tổng giá trị hợp đồng."),
        goods_ship_after: |days| {
            format!("Hàng được xuất đi {} sau khi bắt đầu sản xuất.", span(days, Unit::Days))
        },
        ship_by: "Xuất hàng chậm nhất",
        last_true_day: "Ngày cuối cùng nhận khoản trả trước để kịp ngày xuất hàng",
    },
    due: DueWords {
        span,
        after: |span, after| format!("{span} {after}"),
        start: event("Ngày bắt đầu", "vào ngày bắt đầu", "sau ngày bắt đầu"),
        end_of_month: event("Cuối tháng", "vào cuối tháng", "sau khi hết tháng"),
        end_of_next_month: event("Cuối tháng sau", "vào cuối tháng sau", "sau khi hết tháng sau"),
        end_of_that_month: "vào cuối tháng đó",
        before_shipment: "trước khi xuất hàng",
        day: |day| day.to_string(),
        or: " hoặc ",
        next_day: |days| format!("vào ngày {days} gần nhất sau đó"),
        day_of_next_month: |day| format!("vào ngày {day} của tháng sau"),
        then: ", ",
        comma: ", ",
    },
    milestones: Milestones {
        order_confirmation: event("Xác nhận đơn hàng", "khi xác nhận đơn hàng", "sau khi xác nhận đơn hàng"),
        production_start: event("Bắt đầu sản xuất", "khi bắt đầu sản xuất", "sau khi bắt đầu sản xuất"),
        goods_ready: event("Hàng sẵn sàng", "khi hàng sẵn sàng", "sau khi hàng sẵn sàng"),
        inspection_passed: event(
            "Kiểm hàng đạt yêu cầu",
            "khi kiểm hàng đạt yêu cầu",
            "sau khi kiểm hàng đạt yêu cầu",
        ),
        shipment: event("Xuất hàng", "khi xuất hàng", "sau khi xuất hàng"),
        copy_of_bill_of_lading: event(
            "Bản sao vận đơn (B/L)",
            "khi nhận bản sao vận đơn B/L",
            "sau khi nhận bản sao vận đơn B/L",
        ),
        original_documents: event("Chứng từ gốc", "khi nhận chứng từ gốc", "sau khi nhận chứng từ gốc"),
        arrival: event("Hàng đến cảng", "khi hàng đến cảng", "sau khi hàng đến cảng"),
        delivery: event("Giao hàng", "khi giao hàng", "sau khi giao hàng"),
        acceptance: event("Nghiệm thu", "khi nghiệm thu", "sau khi nghiệm thu"),
    },
    methods: Methods {
        transfer: "Chuyển khoản (T/T)",
        letter_of_credit_at_sight: "Thư tín dụng trả ngay (L/C)",
        cash_against_documents: "Giao chứng từ trả tiền (CAD)",
    },
    bank: BankWords {
        details: "Thông tin tài khoản",
        beneficiary: "Người thụ hưởng",
        bank: "Ngân hàng",
        bank_address: "Địa chỉ ngân hàng",
        account: "Số tài khoản / IBAN",
        swift: "SWIFT / BIC",
        intermediary: "Ngân hàng trung gian",
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
    page: PageWords {
        page_of: |page, pages| format!("Trang {page}/{pages}"),
        continued: "tiếp theo",
        for_seller: "Đại diện bên bán",
        for_buyer: "Đại diện bên mua",
        name_date_signature: "Họ tên, ngày, chữ ký",
    },
};

fn span(count: u32, unit: Unit) -> String {
    match unit {
        Unit::Days => format!("{count} ngày"),
        Unit::Weeks => format!("{count} tuần"),
        Unit::Months => format!("{count} tháng"),
    }
}
