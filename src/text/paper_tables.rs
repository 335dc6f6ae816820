//! Further words for the tables and sums of a plan, in every language of documents.

use super::buyer::words::PaperLanguage;

pub struct TableWords {
    /// The check row: contract total less all payments.
    pub difference: &'static str,
    /// Bank fees deducted from payments that count as complete nevertheless.
    pub bank_fees: &'static str,
    pub seller: &'static str,
    pub buyer: &'static str,
    /// A label: a letter of credit, or cash against documents.
    pub means: &'static str,
}

/// None of these is a sentence; none names the deposit.
pub fn table_words(language: PaperLanguage) -> &'static TableWords {
    match language {
        PaperLanguage::English => &ENGLISH,
        PaperLanguage::Chinese => &CHINESE,
        PaperLanguage::TraditionalChinese => &TRADITIONAL_CHINESE,
        PaperLanguage::German => &GERMAN,
        PaperLanguage::French => &FRENCH,
        PaperLanguage::Spanish => &SPANISH,
        PaperLanguage::Portuguese => &PORTUGUESE,
        PaperLanguage::Italian => &ITALIAN,
        PaperLanguage::Russian => &RUSSIAN,
        PaperLanguage::Ukrainian => &UKRAINIAN,
        PaperLanguage::Polish => &POLISH,
        PaperLanguage::Turkish => &TURKISH,
        PaperLanguage::Vietnamese => &VIETNAMESE,
    }
}

const ENGLISH: TableWords = TableWords {
    difference: "Check: contract total less all payments (must be 0)",
    bank_fees: "Bank fees accepted",
    seller: "Seller",
    buyer: "Buyer",
    means: "Means of payment",
};

const CHINESE: TableWords = TableWords {
    difference: "核对：合同总额减各期合计（应为 0）",
    bank_fees: "认可的银行扣费",
    seller: "卖方",
    buyer: "买方",
    means: "付款方式",
};

const TRADITIONAL_CHINESE: TableWords = TableWords {
    difference: "核對：合約總額減各期合計（應為 0）",
    bank_fees: "認可的銀行扣費",
    seller: "賣方",
    buyer: "買方",
    means: "付款方式",
};

const GERMAN: TableWords = TableWords {
    difference: "Kontrolle: Auftragssumme abzüglich aller Zahlungen (muss 0 sein)",
    bank_fees: "Anerkannte Bankspesen",
    seller: "Verkäufer",
    buyer: "Käufer",
    means: "Zahlungsart",
};

const FRENCH: TableWords = TableWords {
    difference: "Contrôle\u{a0}: montant du contrat moins les paiements (doit être 0)",
    bank_fees: "Frais bancaires acceptés",
    seller: "Vendeur",
    buyer: "Acheteur",
    means: "Mode de paiement",
};

const SPANISH: TableWords = TableWords {
    difference: "Control: importe del contrato menos los pagos (debe ser 0)",
    bank_fees: "Gastos bancarios aceptados",
    seller: "Vendedor",
    buyer: "Comprador",
    means: "Forma de pago",
};

const PORTUGUESE: TableWords = TableWords {
    difference: "Controle: valor do contrato menos os pagamentos (deve ser 0)",
    bank_fees: "Tarifas bancárias aceitas",
    seller: "Vendedor",
    buyer: "Comprador",
    means: "Forma de pagamento",
};

const ITALIAN: TableWords = TableWords {
    difference: "Controllo: importo del contratto meno i pagamenti (deve essere 0)",
    bank_fees: "Spese bancarie accettate",
    seller: "Venditore",
    buyer: "Acquirente",
    means: "Modalità di pagamento",
};

const RUSSIAN: TableWords = TableWords {
    difference: "Проверка: сумма контракта минус все платежи (должно быть 0)",
    bank_fees: "Принятые банковские комиссии",
    seller: "Продавец",
    buyer: "Покупатель",
    means: "Форма оплаты",
};

const UKRAINIAN: TableWords = TableWords {
    difference: "Перевірка: сума контракту мінус усі платежі (має бути 0)",
    bank_fees: "Прийняті банківські комісії",
    seller: "Продавець",
    buyer: "Покупець",
    means: "Форма оплати",
};

const POLISH: TableWords = TableWords {
    difference: "Kontrola: wartość kontraktu minus wszystkie płatności (musi być 0)",
    bank_fees: "Uznane opłaty bankowe",
    seller: "Sprzedający",
    buyer: "Kupujący",
    means: "Forma płatności",
};

const TURKISH: TableWords = TableWords {
    difference: "Kontrol: sözleşme tutarı eksi tüm ödemeler (0 olmalıdır)",
    bank_fees: "Kabul edilen banka masrafları",
    seller: "Satıcı",
    buyer: "Alıcı",
    means: "Ödeme şekli",
};

const VIETNAMESE: TableWords = TableWords {
    difference: "Kiểm tra: tổng giá trị hợp đồng trừ các khoản thanh toán (phải bằng 0)",
    bank_fees: "Phí ngân hàng được chấp nhận",
    seller: "Bên bán",
    buyer: "Bên mua",
    means: "Phương thức thanh toán",
};
