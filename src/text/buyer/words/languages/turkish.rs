//! Documents in Turkish.

use crate::domain::deposit::PeriodUnit;
use crate::text::buyer::words::phrases::{
    BankWords, ColumnTitles, DueWords, Methods, MilestonePhrases, PageWords, PaperText, PolicyHeadings,
    RowWords, ShippingWords, Statuses, Totals, event,
};

pub(crate) static TEXT: PaperText = PaperText {
    own_name: "Türkçe",
    colon: ": ",
    payment_schedule: "Ödeme planı",
    deposit_policy: "Ön ödeme koşulları",
    to: "Alıcı",
    from: "Gönderen",
    seller: "Satıcı",
    buyer: "Alıcı",
    proforma_invoice: "Proforma fatura",
    proforma_date: "Proforma tarihi",
    product: "Ürün",
    delivery_terms: "Teslim şekli",
    contract_total: "Sözleşme tutarı",
    payment_terms: "Ödeme koşulları",
    means_of_payment: "Ödeme şekli",
    currency: "Para birimi",
    notes: "Notlar",
    issued_on: |date| format!("Düzenlenme tarihi: {date}"),
    rows: RowWords {
        deposit: "Ön ödeme",
        balance: "Bakiye",
        deposit_of: |part, parts| format!("Ön ödeme {part}/{parts}"),
        balance_of: |part, parts| format!("Bakiye {part}/{parts}"),
        payment: "Ödeme",
        instalment: |part| format!("{part}. taksit"),
    },
    columns: ColumnTitles {
        number: "No.",
        due: "Vade",
        description: "Açıklama",
        share: "Oran",
        amount: "Tutar",
        paid: "Ödenen",
        status: "Durum",
        balance_after: "Kalan",
    },
    totals: Totals {
        total: "Toplam",
        paid: "Toplam ödenen",
        open: "Kalan tutar",
        over: "Fazla ödeme",
        bank_fees: "Kabul edilen banka masrafları",
        difference: "Kontrol: sözleşme tutarı eksi tüm ödemeler (0 olmalıdır)",
    },
    statuses: Statuses {
        paid: "Ödendi",
        due: "Vadesi geldi",
        overdue: "Vadesi geçti",
        part_paid: "Kısmen ödendi",
        upcoming: "Vadesi gelmedi",
        in_transit: "Ödeme yolda",
    },
    shipping: ShippingWords {
        production_starts: |share| {
            format!("Üretim, sözleşme tutarının {share} oranındaki kısmı hesabımıza geçtiğinde başlar.")
        },
        goods_ship_after: |days| {
            format!("Mallar, üretim başladıktan {} sonra sevk edilir.", span(days, PeriodUnit::Days))
        },
        ship_by: "En geç sevk tarihi",
        last_true_day: "Sevk tarihine uyulması için ön ödemenin hesabımıza geçmesi gereken son gün",
    },
    due: DueWords {
        span,
        after: |span, after| format!("{after} {span} sonra"),
        start: event("Başlangıç tarihi", "başlangıç tarihinde", "başlangıç tarihinden"),
        end_of_month: event("Ay sonu", "ay sonunda", "ay sonundan"),
        end_of_next_month: event("İzleyen ayın sonu", "izleyen ayın sonunda", "izleyen ayın sonundan"),
        end_of_that_month: "o ayın sonunda",
        before_shipment: "sevkiyattan önce",
        day: |day| format!("{day}."),
        or: " veya ",
        next_day: |days| format!("ayın bir sonraki {days} gününde"),
        day_of_next_month: |day| format!("izleyen ayın {day}. gününde"),
        then: ", ",
        comma: ", ",
    },
    milestones: MilestonePhrases {
        order_confirmation: event("Sipariş onayı", "sipariş onayında", "sipariş onayından"),
        production_start: event("Üretim başlangıcı", "üretim başlangıcında", "üretim başlangıcından"),
        goods_ready: event("Malların hazır olması", "mallar hazır olduğunda", "malların hazır olmasından"),
        inspection_passed: event(
            "Olumlu kontrol",
            "kontrol olumlu sonuçlandığında",
            "kontrolün olumlu sonuçlanmasından",
        ),
        shipment: event("Sevkiyat", "sevkiyatta", "sevkiyattan"),
        copy_of_bill_of_lading: event(
            "Konşimento (B/L) kopyası",
            "B/L kopyası karşılığında",
            "B/L kopyasının alınmasından",
        ),
        original_documents: event(
            "Orijinal belgeler",
            "orijinal belgeler karşılığında",
            "orijinal belgelerin alınmasından",
        ),
        arrival: event("Limana varış", "limana varışta", "limana varıştan"),
        delivery: event("Teslimat", "teslimatta", "teslimattan"),
        acceptance: event("Kabul", "kabulde", "kabulden"),
    },
    methods: Methods {
        transfer: "Banka havalesi (T/T)",
        letter_of_credit_at_sight: "Görüldüğünde ödemeli akreditif (L/C)",
        cash_against_documents: "Vesaik mukabili ödeme (CAD)",
    },
    bank: BankWords {
        details: "Banka bilgileri",
        beneficiary: "Lehtar",
        bank: "Banka",
        bank_address: "Banka adresi",
        account: "Hesap no. / IBAN",
        swift: "SWIFT / BIC",
        intermediary: "Muhabir banka",
        remarks: "Açıklamalar",
        please_quote: |reference| format!("Lütfen her ödemede {reference} referansını belirtiniz."),
        safety: "Bir iletide başka banka bilgileri verilirse ödemeden önce lütfen bizi bildiğiniz numaradan arayınız.",
    },
    policy: PolicyHeadings {
        why: "Neden ön ödeme istiyoruz",
        how_much: "Tutar ve zaman",
        used_for: "Ön ödeme ne için kullanılır",
        protection: "Ön ödemeniz nasıl korunur",
        changes: "Sipariş değişirse veya iptal edilirse",
        questions: "Sorularınız için iletişim",
    },
    page: PageWords {
        page_of: |page, pages| format!("Sayfa {page}/{pages}"),
        continued: "devamı",
        for_seller: "Satıcı adına",
        for_buyer: "Alıcı adına",
        name_date_signature: "Ad soyad, tarih, imza",
    },
};

fn span(count: u32, unit: PeriodUnit) -> String {
    match unit {
        PeriodUnit::Days => format!("{count} gün"),
        PeriodUnit::Weeks => format!("{count} hafta"),
        PeriodUnit::Months => format!("{count} ay"),
    }
}
