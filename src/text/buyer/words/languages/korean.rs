//! Documents in Korean. Particles change with the sound before them, so none follows a figure, a code or a name.

use crate::domain::deposit::PeriodUnit;
use crate::text::buyer::words::phrases::{
    BankWords, ColumnTitles, DueWords, Methods, MilestonePhrases, PageWords, PaperText, PolicyHeadings,
    RowWords, ShippingWords, Statuses, Totals, event, one_of,
};

pub(crate) static TEXT: PaperText = PaperText {
    own_name: "한국어",
    colon: ": ",
    payment_schedule: "대금 지급 일정표",
    deposit_policy: "선금 안내",
    to: "수신",
    seller: "판매자",
    buyer: "구매자",
    proforma_invoice: "견적송장(PI)",
    proforma_date: "견적송장 일자",
    product: "품목",
    delivery_terms: "인도 조건",
    contract_total: "계약 총액",
    payment_terms: "결제 조건",
    means_of_payment: "결제 방법",
    currency: "통화",
    issued_on: |date| format!("발행일: {date}"),
    rows: RowWords {
        deposit: "선금",
        balance: "잔금",
        deposit_of: |part, parts| format!("선금 {part}차(총 {parts}회)"),
        balance_of: |part, parts| format!("잔금 {part}차(총 {parts}회)"),
        payment: "대금",
        instalment: |part| format!("{part}차 대금"),
    },
    columns: ColumnTitles {
        number: "번호",
        due: "지급 시기",
        description: "내역",
        share: "비율",
        amount: "금액",
        paid: "지급액",
        status: "상태",
        balance_after: "남은 금액",
    },
    totals: Totals {
        total: "합계",
        paid: "지급 합계",
        open: "미지급액",
        over: "초과 지급액",
        bank_fees: "은행 수수료 공제액(판매자 인정)",
        difference: "계약 총액과의 차액",
    },
    statuses: Statuses {
        paid: "지급 완료",
        due: "지급일 도래",
        overdue: "지급일 경과",
        part_paid: "일부 지급",
        upcoming: "지급일 전",
    },
    shipping: ShippingWords {
        production_starts: |share| format!("계약 총액의 {share} 입금이 확인되면 생산을 시작합니다."),
        goods_ship_after: |days| format!("생산 시작 {days}일 후에 선적합니다."),
        ship_by: "최종 선적일",
        last_true_day: "선적일 준수를 위한 선금 입금 기한",
    },
    due: DueWords {
        span,
        after: |span, after| format!("{after} {span}"),
        then: ", ",
        end_of_month: "그날이 속한 달의 말일",
        day_of_next_month: |day| format!("그날이 속한 달의 다음 달 {day}일"),
        next_day: |days| {
            format!("그날부터 처음 오는 {}", one_of(days, |day| format!("{day}일"), ", ", " 또는 "))
        },
        comma: ", ",
    },
    milestones: MilestonePhrases {
        order_confirmation: event("주문 확정 시", "주문 확정 후"),
        production_start: event("생산 시작 시", "생산 시작 후"),
        goods_ready: event("제품 준비 완료 시", "제품 준비 완료 후"),
        inspection_passed: event("검사 합격 시", "검사 합격 후"),
        shipment: event("선적 시", "선적 후"),
        copy_of_bill_of_lading: event("선하증권(B/L) 사본 제시 시", "선하증권(B/L) 사본 수령 후"),
        original_documents: event("서류 원본 제시 시", "서류 원본 수령 후"),
        arrival: event("도착항 도착 시", "도착항 도착 후"),
        delivery: event("인도 시", "인도 후"),
        acceptance: event("검수 완료 시", "검수 완료 후"),
    },
    methods: Methods {
        transfer: "전신환 송금(T/T)",
        letter_of_credit_at_sight: "일람불 신용장(L/C)",
        cash_against_documents: "서류상환 지급(CAD)",
    },
    bank: BankWords {
        details: "입금 계좌",
        beneficiary: "예금주",
        bank: "은행",
        bank_address: "은행 주소",
        account: "계좌번호 / IBAN",
        swift: "SWIFT / BIC",
        remarks: "비고",
        please_quote: |reference| format!("송금하실 때 다음 번호를 기재해 주시기 바랍니다: {reference}"),
        safety: "다른 계좌로 입금하라는 안내를 받으신 경우, 송금하시기 전에 이미 알고 계신 전화번호로 당사에 확인해 주시기 바랍니다.",
    },
    policy: PolicyHeadings {
        why: "선금을 요청드리는 이유",
        how_much: "금액과 시기",
        used_for: "선금의 용도",
        protection: "선금의 보호",
        changes: "주문이 변경되거나 취소되는 경우",
        questions: "문의처",
    },
    page: PageWords {
        page_of: |page, pages| format!("{page} / {pages}쪽"),
        for_seller: "판매자",
        for_buyer: "구매자",
        name_date_signature: "성명, 날짜, 서명(인)",
    },
};

fn span(count: u32, unit: PeriodUnit) -> String {
    match unit {
        PeriodUnit::Days => format!("{count}일"),
        PeriodUnit::Weeks => format!("{count}주"),
        PeriodUnit::Months => format!("{count}개월"),
    }
}
