//! Documents in Turkish.

use crate::domain::deposit::PeriodUnit;
use crate::text::buyer::words::phrases::{
    BankWords, ColumnTitles, DueWords, Methods, MilestonePhrases, PageWords, PaperText, PolicyHeadings,
    RowWords, SheetWords, ShippingWords, Statuses, Totals, event, one_of,
};

pub(crate) static TEXT: PaperText = PaperText {
    own_name: "Türkçe",
    colon: ": ",
    payment_schedule: "Ödeme planı",
    deposit_policy: "Ön ödeme koşulları",
    to: "Sayın",
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
    issued_on: |date| format!("Düzenlenme tarihi: {date}"),
    rows: RowWords {
        deposit: "Ön ödeme",
        balance: "Bakiye",
        deposit_of: |part, parts| format!("Ön ödeme {part}/{parts}"),
        balance_of: |part, parts| format!("Bakiye {part}/{parts}"),
        payment: "Ödeme",
        instalment: |part| format!("{part}. ödeme"),
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
        difference: "Sözleşme tutarından fark",
    },
    statuses: Statuses {
        paid: "Ödendi",
        due: "Vadesi geldi",
        overdue: "Vadesi geçti",
        part_paid: "Kısmen ödendi",
        upcoming: "Vadesi gelmedi",
    },
    shipping: ShippingWords {
        production_starts: |share| {
            format!("Üretim, sözleşme tutarının {share} oranındaki kısmı hesabımıza geçtiğinde başlar.")
        },
        goods_ship_after: |days| {
            format!("Mallar, üretim başladıktan {} sonra yüklenir.", span(days, PeriodUnit::Days))
        },
        ship_by: "En geç yükleme tarihi",
        last_true_day: "Yükleme tarihine uyulması için ön ödemenin hesabımıza geçmesi gereken son gün",
    },
    due: DueWords {
        span,
        after: |span, after| format!("{after} {span} sonra"),
        then: ", ",
        end_of_month: "o günün ait olduğu ayın sonunda",
        day_of_next_month: |day| format!("o günü takip eden ayın {day}. gününde"),
        next_day: |days| {
            format!(
                "o günden itibaren ayın ilk {} gününde",
                one_of(days, |day| format!("{day}."), ", ", " veya ")
            )
        },
        comma: ", ",
    },
    milestones: MilestonePhrases {
        order_confirmation: event("sipariş onayında", "sipariş onayından"),
        production_start: event("üretim başlangıcında", "üretim başlangıcından"),
        goods_ready: event("mallar hazır olduğunda", "malların hazır olmasından"),
        inspection_passed: event("gözetim sonucu olumlu olduğunda", "gözetim sonucunun olumlu olmasından"),
        shipment: event("yüklemede", "yüklemeden"),
        copy_of_bill_of_lading: event("B/L kopyası karşılığında", "B/L kopyasının alınmasından"),
        original_documents: event("orijinal belgeler karşılığında", "orijinal belgelerin alınmasından"),
        arrival: event("limana varışta", "limana varıştan"),
        delivery: event("teslimatta", "teslimattan"),
        acceptance: event("kabulde", "kabulden"),
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
        remarks: "Açıklamalar",
        please_quote: |reference| format!("Lütfen her ödemede {reference} referansını belirtiniz."),
        safety: "Farklı banka bilgileri içeren bir ileti alırsanız, ödeme yapmadan önce lütfen bizi sizde kayıtlı numaradan arayarak teyit ediniz.",
    },
    policy: PolicyHeadings {
        why: "Neden ön ödeme istiyoruz",
        how_much: "Tutar ve zaman",
        used_for: "Ön ödeme ne için kullanılır",
        protection: "Ön ödemeniz nasıl korunur",
        changes: "Sipariş değişirse veya iptal edilirse",
        questions: "Sorularınız için iletişim",
    },
    sheets: SheetWords {
        account_card: "Banka hesap bilgilerimiz",
        exact_name: "Lütfen lehtar adını tam olarak burada yazıldığı gibi giriniz: birçok banka adı hesap numarasıyla karşılaştırır.",
        never_by_email: "Bu bilgileri asla e-posta yoluyla değiştirmeyiz.",
        approval_sheet: "Onaya sunulan sipariş",
        agreed_terms: "Üzerinde anlaşılan şartlar",
        quantity: "Miktar",
        unit_price: "Birim fiyat",
        lead_time: "Üretim süresi (gün)",
        valid_until: "Teklifin geçerlilik tarihi",
        open_questions: "Açık konular",
        decision_needed: "Gereken karar",
        decision: "Karar",
        decide_by: "Son karar tarihi",
        approve: "Siparişin bu şartlarla onaylanması.",
        approve_and_pay: |money| {
            format!("Siparişin bu şartlarla onaylanması ve {money} tutarındaki ilk ödemenin yapılması.")
        },
    },
    page: PageWords {
        page_of: |page, pages| format!("Sayfa {page}/{pages}"),
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
