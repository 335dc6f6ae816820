//! The words of the trade in each language and country, as people of the trade say them there.

use icebreak::domain::country::Country;
use icebreak::domain::deposit::{DepositWord, Label, Milestone, Status};
use icebreak::domain::names::Named as _;
use icebreak::exchange::deals_in::synonyms::language_from;
use icebreak::text::Language;
use icebreak::text::buyer::reader::ReaderFormat;
use icebreak::text::buyer::schedule::Voice;
use icebreak::text::buyer::words::{PaperLanguage, PaperText, waits_in_words, window};

/// `es+PE` is Spanish for a buyer in Peru.
fn words(locale: &str) -> &'static PaperText {
    let (tag, country) = locale.split_once('+').unwrap_or((locale, ""));
    Voice::new(tag, Country::from_code(country), DepositWord::Prepayment).words()
}

/// What a paper says in a situation.
type Situation = fn(&PaperText) -> String;

fn check(situation: Situation, said: &[(&str, &str)]) {
    for (locale, expected) in said {
        assert_eq!(situation(words(locale)), *expected, "{locale}");
    }
}

fn waits(locale: &str, when: &str) -> String {
    waits_in_words(&when.parse().unwrap(), words(locale)).unwrap()
}

fn check_waits(when: &str, said: &[(&str, &str)]) {
    for (locale, expected) in said {
        assert_eq!(waits(locale, when), *expected, "{when} in {locale}");
    }
}

#[test]
fn the_payment_at_the_end_has_another_name_than_what_is_left_to_pay() {
    check(
        |words| format!("{} / {}", words.rows.name(Label::Balance, 1, 1), words.columns.balance_after),
        &[
            ("en", "Balance / Still to pay"),
            ("zh", "尾款 / 剩余应付"),
            ("zh-Hant+TW", "尾款 / 剩餘應付"),
            ("de", "Restzahlung / Danach offen"),
            ("fr", "Solde / Reste dû"),
            ("es", "Saldo / Queda por pagar"),
            ("pt-BR", "Saldo / Falta pagar"),
            ("it", "Saldo / Residuo"),
            ("ru", "Окончательный платёж / Остаток к оплате"),
            ("uk", "Остаточний платіж / Залишок до сплати"),
            ("pl", "Płatność końcowa / Pozostaje do zapłaty"),
            ("tr", "Bakiye / Kalan"),
            ("vi", "Thanh toán phần còn lại / Còn phải trả"),
            ("ko", "잔금 / 남은 금액"),
        ],
    );
    let word = |text: &str| text.split([' ', '/']).next().unwrap_or_default().to_lowercase();
    for language in PaperLanguage::members() {
        for text in language.texts() {
            let (name, left) = (text.rows.balance, text.columns.balance_after);
            assert_ne!(word(name), word(left), "{language:?}");
        }
    }
}

#[test]
fn a_part_is_named_alike_everywhere() {
    let second: Situation = |words| words.rows.name(Label::Deposit, 2, 3);
    check(
        second,
        &[
            ("en", "Deposit 2 of 3"),
            ("zh", "第 2 期预付款（共 3 期）"),
            ("zh-Hant+TW", "第 2 期訂金（共 3 期）"),
            ("zh-Hant+HK", "第 2 期訂金（共 3 期）"),
            ("ru", "Предоплата, часть 2 из 3"),
            ("vi", "Khoản trả trước, đợt 2/3"),
            ("ko", "선금 2차(총 3회)"),
        ],
    );
    check(
        |words| words.rows.name(Label::Balance, 1, 2),
        &[
            ("zh", "第 1 期尾款（共 2 期）"),
            ("ru", "Окончательный платёж 1 из 2"),
            ("uk", "Остаточний платіж 1 з 2"),
            ("pl", "Płatność końcowa 1 z 2"),
            ("vi", "Thanh toán phần còn lại, đợt 1/2"),
        ],
    );
    check(
        |words| words.rows.name(Label::Line, 2, 3),
        &[
            ("en", "Instalment 2"),
            ("en+GB", "Instalment 2"),
            ("en+IN", "Instalment 2"),
            ("en+US", "Installment 2"),
            ("en-US", "Installment 2"),
            ("en+PH", "Installment 2"),
            ("tr", "2. ödeme"),
        ],
    );
    let in_window = |language: Language| {
        icebreak::text::window::deposit::row_name(Label::Deposit, 2, 3, DepositWord::Prepayment, language)
    };
    assert_eq!(in_window(Language::Chinese), second(words("zh")));
    assert_eq!(in_window(Language::English), second(words("en")));
}

/// "30 days after shipment, on the 10th of the following month": following shipment, or following the 30 days?
#[test]
fn a_later_day_says_in_which_month_it_is() {
    check_waits(
        "shipment+30d/next-10",
        &[
            ("en", "30 days after shipment, on the 10th of the month following that day"),
            ("zh", "装运后 30 天，顺延至该日次月 10 日"),
            ("zh-Hant+TW", "裝運後 30 天，順延至該日次月 10 日"),
            ("de", "30 Tage nach Verladung, am 10. des auf diesen Tag folgenden Monats"),
            ("fr", "30 jours après l’expédition, le 10 du mois suivant cette date"),
            ("es", "30 días después del embarque, el día 10 del mes siguiente a esa fecha"),
            ("pt-BR", "30 dias após o embarque, no dia 10 do mês seguinte a essa data"),
            ("it", "30 giorni dopo la spedizione, il giorno 10 del mese successivo a tale data"),
            ("ru", "через 30 дней после отгрузки, 10-го числа месяца, следующего за этим днём"),
            ("uk", "через 30 днів після відвантаження, 10-го числа місяця, наступного за цим днем"),
            ("pl", "30 dni po wysyłce, 10. dnia miesiąca następującego po tym dniu"),
            ("tr", "yüklemeden 30 gün sonra, o günü takip eden ayın 10. gününde"),
            ("vi", "30 ngày sau khi giao hàng lên tàu, vào ngày 10 của tháng liền sau ngày đó"),
            ("ko", "선적 후 30일, 그날이 속한 달의 다음 달 10일"),
        ],
    );
    check_waits(
        "ready+10d/eom",
        &[
            ("en", "10 days after the goods are ready, at the end of the month in which that day falls"),
            ("zh", "货物备妥后 10 天，顺延至该日所在月的月底"),
            ("zh-Hant+TW", "貨物備妥後 10 天，順延至該日所在月的月底"),
            ("de", "10 Tage nach Fertigstellung der Ware, am Ende des Monats, in den dieser Tag fällt"),
            ("fr", "10 jours après l’avis de marchandise prête, à la fin du mois de cette date"),
            ("es", "10 días después de que la mercancía esté lista, al final del mes de esa fecha"),
            ("pt-BR", "10 dias após a mercadoria estar pronta, no fim do mês dessa data"),
            ("it", "10 giorni dopo l’approntamento della merce, alla fine del mese di tale data"),
            ("ru", "через 10 дней после готовности товара, в конце месяца, на который приходится этот день"),
            ("uk", "через 10 днів після готовності товару, наприкінці місяця, на який припадає цей день"),
            ("pl", "10 dni po przygotowaniu towaru, na koniec miesiąca, w którym przypada ten dzień"),
            ("tr", "malların hazır olmasından 10 gün sonra, o günün ait olduğu ayın sonunda"),
            ("vi", "10 ngày sau khi hàng sẵn sàng, vào cuối tháng của ngày đó"),
            ("ko", "제품 준비 완료 후 10일, 그날이 속한 달의 말일"),
        ],
    );
    // The day itself counts, if it is one of them.
    check_waits(
        "acceptance+5d/5,20",
        &[
            ("en", "5 days after acceptance, on the next 5th or 20th from that day on"),
            ("zh", "验收合格后 5 天，顺延至该日起的第一个 5 日或 20 日"),
            ("de", "5 Tage nach Abnahme, am nächsten 5. oder 20. ab diesem Tag"),
            (
                "fr",
                "5 jours après l’acceptation de la marchandise, le 5 ou le 20 qui suit, cette date incluse",
            ),
            ("es", "5 días después de la aceptación, el primer día 5 o 20 a partir de esa fecha"),
            ("pt-BR", "5 dias após a aceitação, no primeiro dia 5 ou 20 a partir dessa data"),
            ("it", "5 giorni dopo l’accettazione, il primo giorno 5 o 20 a partire da tale data"),
            ("ru", "через 5 дней после приёмки, ближайшего 5-го или 20-го числа начиная с этого дня"),
            ("uk", "через 5 днів після приймання, найближчого 5-го або 20-го числа починаючи з цього дня"),
            ("pl", "5 dni po odbiorze, najbliższego 5. lub 20. dnia miesiąca, licząc od tego dnia"),
            ("tr", "kabulden 5 gün sonra, o günden itibaren ayın ilk 5. veya 20. gününde"),
            ("vi", "5 ngày sau khi nghiệm thu, vào ngày 5 hoặc 20 đầu tiên kể từ ngày đó"),
            ("ko", "검수 완료 후 5일, 그날부터 처음 오는 5일 또는 20일"),
        ],
    );
    // A language in which the month may be read in two ways has none of the words that leave it open.
    let open = ["the following month", "次月月底", "Folgemonat", "mois suivant,", "next month"];
    for language in PaperLanguage::members() {
        for text in language.texts() {
            let said = waits_in_words(&"shipment+30d/next-10".parse().unwrap(), text).unwrap();
            assert!(open.iter().all(|words| !said.contains(words)), "{language:?}: {said}");
        }
    }
}

#[test]
fn several_days_are_joined_as_they_are_spoken() {
    for (days, said) in [
        ("1,8", "1 u 8"),
        ("8,11", "8 u 11"),
        ("1,18", "1 o 18"),
        ("8,20", "8 o 20"),
        ("1,5,8", "1, 5 u 8"),
        ("5,11,28", "5, 11 o 28"),
    ] {
        let expected = format!("al embarque, el primer día {said} a partir de esa fecha");
        assert_eq!(waits("es", &format!("shipment+0d/{days}")), expected);
        assert_eq!(waits("es+PE", &format!("shipment+0d/{days}")), expected);
    }
    check_waits(
        "shipment+0d/1,15",
        &[
            ("en", "on shipment, on the next 1st or 15th from that day on"),
            ("fr", "à l’expédition, le 1er ou le 15 qui suit, cette date incluse"),
            ("pt-BR", "no embarque, no primeiro dia 1º ou 15 a partir dessa data"),
            ("pt+PT", "no embarque, no primeiro dia 1 ou 15 a partir dessa data"),
        ],
    );
    check_waits(
        "shipment+1m/next-1",
        &[
            ("en", "1 month after shipment, on the 1st of the month following that day"),
            ("fr", "1 mois après l’expédition, le 1er du mois suivant cette date"),
            ("pt-BR", "1 mês após o embarque, no dia 1º do mês seguinte a essa data"),
            ("pt+AO", "1 mês após o embarque, no dia 1 do mês seguinte a essa data"),
        ],
    );
    check_waits(
        "shipment+0d/5,10,25",
        &[
            ("en", "on shipment, on the next 5th, 10th or 25th from that day on"),
            ("zh", "装运时，顺延至该日起的第一个 5 日、10 日或 25 日"),
        ],
    );
}

/// Leaving the factory and being loaded are days apart, so the ship date has one word on all of a paper.
#[test]
fn shipment_is_one_word() {
    for (locale, word, others) in [
        ("zh", "装运", &["发货", "出货", "出运"][..]),
        ("zh-Hant+TW", "裝運", &["出貨", "付運", "發貨"]),
        ("zh-Hant+HK", "付運", &["出貨", "裝運", "發貨"]),
        ("zh-Hant+MO", "付運", &["出貨", "裝運", "發貨"]),
        ("de", "erla", &["Versand", "versandt"]),
        ("tr", "ükle", &["sevk", "Sevk"]),
        ("vi", "lên tàu", &["xuất hàng", "Xuất hàng", "xuất đi"]),
        ("ko", "선적", &["출하", "발송"]),
    ] {
        let text = words(locale);
        let said = [
            text.shipping.ship_by.to_owned(),
            text.shipping.last_true_day.to_owned(),
            (text.shipping.goods_ship_after)(23),
            text.milestones.of(Milestone::Shipment).at.to_owned(),
            text.milestones.of(Milestone::Shipment).after.to_owned(),
        ];
        for said in said {
            assert!(said.contains(word), "{locale}: {said}");
            assert!(others.iter().all(|other| !said.contains(other)), "{locale}: {said}");
        }
    }
    check(
        |words| (words.shipping.goods_ship_after)(23),
        &[
            ("zh", "开始生产后 23 天装运。"),
            ("zh-Hant+TW", "開始生產後 23 天裝運。"),
            ("de", "Die Ware wird 23 Tage nach Produktionsbeginn verladen."),
            ("tr", "Mallar, üretim başladıktan 23 gün sonra yüklenir."),
            ("vi", "Hàng được giao lên tàu trong 23 ngày kể từ khi bắt đầu sản xuất."),
            ("ko", "생산 시작 23일 후에 선적합니다."),
        ],
    );
}

#[test]
fn labels_are_short_and_of_the_trade() {
    check(
        |words| words.shipping.last_true_day.to_owned(),
        &[
            ("en", "Deposit to be received by (to keep the ship date)"),
            ("zh", "确保按期装运的预付款最迟到账日"),
            ("de", "Spätester Eingang der Anzahlung zur Einhaltung des Verladetermins"),
            ("es", "Fecha límite de recepción del anticipo para respetar la fecha de embarque"),
            ("pt+PT", "Data-limite de receção do adiantamento para cumprir a data de embarque"),
            ("it", "Termine ultimo di ricezione dell’acconto per rispettare la data di spedizione"),
            ("pl", "Zaliczka musi wpłynąć do (aby dotrzymać terminu wysyłki)"),
        ],
    );
    check(
        |words| words.means_of_payment.to_owned(),
        &[("en", "Payment method"), ("zh", "付款方式"), ("ko", "결제 방법")],
    );
    check(
        |words| words.payment_terms.to_owned(),
        &[("zh", "付款条件"), ("zh-Hant+TW", "付款條件"), ("ko", "결제 조건")],
    );
    check(
        |words| words.totals.bank_fees.to_owned(),
        &[
            ("en", "Bank charges deducted (accepted)"),
            ("zh", "银行扣费（卖方已认可）"),
            ("pt-BR", "Tarifas bancárias aceitas"),
            ("pt+PT", "Despesas bancárias aceites"),
            ("pl", "Zaakceptowane koszty bankowe"),
        ],
    );
    check(|words| words.totals.over.to_owned(), &[("it", "Eccedenza versata")]);
    check(|words| words.delivery_terms.to_owned(), &[("fr", "Incoterm")]);
    check(
        |words| words.columns.due.to_owned(),
        &[("uk", "Строк оплати"), ("ru", "Срок оплаты"), ("ko", "지급 시기")],
    );
    check(
        |words| words.proforma_invoice.to_owned(),
        &[("ru", "Счёт-проформа"), ("ko", "견적송장(PI)"), ("vi", "Hóa đơn chiếu lệ (PI)")],
    );
    check(
        |words| (words.issued_on)("2026年11月30日"),
        &[
            ("zh", "出具日期：2026年11月30日"),
            ("zh-Hant+TW", "開立日期：2026年11月30日"),
            ("zh-Hant+HK", "簽發日期：2026年11月30日"),
        ],
    );
    // A control of the seller's own arithmetic would look like distrust.
    for language in PaperLanguage::members() {
        for text in language.texts() {
            assert!(!text.totals.difference.contains(['(', '\u{ff08}', '0']), "{}", text.totals.difference);
        }
    }
    check(|words| words.totals.difference.to_owned(), &[("en", "Difference from the contract total")]);
}

#[test]
fn who_is_addressed_stands_in_a_case_that_needs_no_ending() {
    check(
        |words| words.to.to_owned(),
        &[
            ("ru", "Покупатель"),
            ("uk", "Покупець"),
            ("tr", "Sayın"),
            ("it", "Spett.le"),
            ("ko", "수신"),
            ("zh", "致"),
        ],
    );
    check(
        |words| words.policy.questions.to_owned(),
        &[
            ("ru", "По вопросам обращайтесь"),
            ("uk", "З питань звертайтеся до"),
            ("pt-BR", "Seu contato para dúvidas"),
            ("pt+PT", "O seu contacto para esclarecimentos"),
        ],
    );
}

#[test]
fn a_status_says_what_it_means_today() {
    check(
        |words| words.statuses.of(Status::Due).to_owned(),
        &[
            ("es", "Vence hoy"),
            ("pt-BR", "Vence hoje"),
            ("it", "Scade oggi"),
            ("uk", "Строк настав"),
            ("pl", "Do zapłaty"),
        ],
    );
    check(
        |words| words.statuses.of(Status::Upcoming).to_owned(),
        &[("fr", "À échoir"), ("uk", "Строк не настав"), ("pl", "Przed terminem")],
    );
    // One form in the table, whatever the gender of what is paid.
    check(
        |words| format!("{} / {}", words.statuses.of(Status::Paid), words.columns.paid),
        &[("pl", "Zapłacono / Zapłacono")],
    );
}

#[test]
fn events_are_said_as_banks_and_inspectors_say_them() {
    check_waits(
        "inspection",
        &[
            ("en", "on passing inspection"),
            ("fr", "après inspection satisfaisante"),
            ("it", "a ispezione con esito positivo"),
            ("pl", "po pozytywnym wyniku inspekcji"),
            ("tr", "gözetim sonucu olumlu olduğunda"),
            ("ko", "검사 합격 시"),
        ],
    );
    // The notice that the goods are ready is one event, and not their delivery.
    check_waits("ready", &[("fr", "dès l’avis de marchandise prête")]);
    check_waits("ready+10d", &[("fr", "10 jours après l’avis de marchandise prête")]);
    check_waits(
        "documents",
        &[
            ("ru", "против представления оригиналов документов"),
            ("uk", "за поданням оригіналів документів"),
            ("pl", "za okazaniem oryginałów dokumentów"),
            ("ko", "서류 원본 제시 시"),
        ],
    );
    check_waits(
        "bl-copy",
        &[
            ("ru", "против представления копии коносамента B/L"),
            ("uk", "за пред’явленням копії коносамента B/L"),
            ("pl", "za okazaniem kopii B/L"),
            ("it", "contro copia del B/L"),
        ],
    );
    check_waits("bl-copy+3d", &[("it", "3 giorni dopo il ricevimento della copia del B/L")]);
    check_waits("delivery", &[("ru", "при поставке"), ("uk", "у момент поставки")]);
    check_waits("delivery+2w", &[("ru", "через 2 недели после поставки")]);
    check_waits("arrival", &[("uk", "після прибуття до порту")]);
    check_waits(
        "bl-copy+3d",
        &[
            ("pt-BR", "3 dias após o recebimento da cópia do B/L"),
            ("pt+MZ", "3 dias após a receção da cópia do B/L"),
        ],
    );
    check(
        |words| words.methods.letter_of_credit_at_sight.to_owned(),
        &[
            ("zh-Hant+TW", "即期信用狀（L/C）"),
            ("zh-Hant+HK", "即期信用證（L/C）"),
            ("zh-HK", "即期信用證（L/C）"),
            ("zh-TW", "即期信用狀（L/C）"),
            ("es", "Crédito documentario a la vista (L/C)"),
            ("es+ES", "Crédito documentario a la vista (L/C)"),
            ("es+MX", "Carta de crédito a la vista (L/C)"),
            ("es+PE", "Carta de crédito a la vista (L/C)"),
            ("ko", "일람불 신용장(L/C)"),
        ],
    );
    check(
        |words| words.methods.cash_against_documents.to_owned(),
        &[
            ("zh-Hant+TW", "憑單據付現（CAD）"),
            ("pl", "Dokumenty za zapłatą (CAD)"),
            ("vi", "Giao chứng từ trả tiền ngay (CAD)"),
        ],
    );
}

#[test]
fn each_country_has_its_own_words() {
    check(
        |words| format!("{} / {}", words.contract_total, words.columns.amount),
        &[
            ("es", "Importe del contrato / Importe"),
            ("es+ES", "Importe del contrato / Importe"),
            ("es+MX", "Importe del contrato / Importe"),
            ("es+CO", "Valor total / Monto"),
            ("es-CL", "Valor total / Monto"),
            ("es+US", "Valor total / Monto"),
        ],
    );
    check(
        |words| (words.shipping.production_starts)("30 %"),
        &[
            ("es+ES", "La producción comienza una vez recibido el 30 % del importe del contrato."),
            ("es+PE", "La producción comienza una vez recibido el 30 % del valor total."),
            ("pt-BR", "A produção começa após o recebimento de 30 % do valor do contrato."),
            ("pt+PT", "A produção começa após a receção de 30 % do valor do contrato."),
        ],
    );
    check(
        |words| {
            let columns = &words.columns;
            [words.payment_schedule, columns.number, columns.share, columns.status].join(" / ")
        },
        &[
            ("pt-BR", "Cronograma de pagamentos / Nº / Percentual / Situação"),
            ("pt+PT", "Plano de pagamentos / N.º / Percentagem / Estado"),
            ("pt+AO", "Plano de pagamentos / N.º / Percentagem / Estado"),
        ],
    );
    check(
        |words| words.bank.details.to_owned(),
        &[("zh-Hant+TW", "收款帳戶"), ("zh-Hant+HK", "收款戶口"), ("zh", "收款账户")],
    );
    check(|words| words.bank.beneficiary.to_owned(), &[("de", "Zahlungsempfänger")]);
    // Nothing Brazilian is left in a paper for Portugal.
    let brazilian =
        ["ecebimento", "contato", "em um ", "para nós", "Percentual", "Situação", "aceitas", "pedido"];
    let text = words("pt+PT");
    let said = [
        text.shipping.last_true_day.to_owned(),
        (text.shipping.production_starts)("1"),
        text.totals.bank_fees.to_owned(),
        text.bank.safety.to_owned(),
        (text.bank.please_quote)("1"),
        text.policy.changes.to_owned(),
        text.policy.questions.to_owned(),
    ];
    let milestones = Milestone::members().flat_map(|milestone| {
        let event = text.milestones.of(milestone);
        [event.at.to_owned(), event.after.to_owned()]
    });
    for said in said.into_iter().chain(milestones) {
        assert!(brazilian.iter().all(|word| !said.contains(word)), "{said}");
    }
}

/// All codes that a country could have.
fn countries() -> impl Iterator<Item = Country> {
    let pairs = ('A'..='Z').flat_map(|first| ('A'..='Z').map(move |second| format!("{first}{second}")));
    pairs.filter_map(|code| Country::from_code(&code))
}

/// Every wording that a country can bring about can be read back.
#[test]
fn no_country_has_words_that_are_not_listed() {
    for language in PaperLanguage::members() {
        for country in countries().map(Some).chain([None]) {
            let text = language.text_in(country, DepositWord::Prepayment);
            assert!(language.texts().any(|listed| std::ptr::eq(listed, text)), "{language:?} {country:?}");
        }
    }
}

#[test]
fn a_request_to_a_customer_is_no_order() {
    check(
        |words| (words.bank.please_quote)("PI-2607"),
        &[
            ("es", "Le rogamos indicar la referencia PI-2607 en cada pago."),
            ("pt-BR", "Favor indicar a referência PI-2607 em cada pagamento."),
            ("pt+PT", "Agradecemos a indicação da referência PI-2607 em cada pagamento."),
            ("ru", "Просим указывать PI-2607 в назначении каждого платежа."),
        ],
    );
    check(
        |words| words.bank.safety.to_owned(),
        &[
            (
                "en",
                "If you ever receive different bank details in our name, please call us on a number you already have before you pay.",
            ),
            (
                "es",
                "Si recibe un mensaje con otros datos bancarios, le rogamos que, antes de pagar, nos llame a un número que ya conozca.",
            ),
            (
                "pt-BR",
                "Se receber uma mensagem com outros dados bancários, pedimos que, antes de pagar, ligue para nós em um número que já conheça.",
            ),
            (
                "pt+PT",
                "Se receber uma mensagem com outros dados bancários, agradecemos que, antes de pagar, nos telefone para um número que já conheça.",
            ),
            (
                "it",
                "Se un messaggio indica altre coordinate bancarie, vi preghiamo di chiamarci prima di pagare a un numero che già conoscete.",
            ),
            (
                "ru",
                "Если в сообщении указаны другие банковские реквизиты, просим до оплаты позвонить нам по уже известному Вам номеру.",
            ),
            (
                "uk",
                "Якщо в повідомленні вказано інші банківські реквізити, просимо перед оплатою зателефонувати нам за вже відомим Вам номером.",
            ),
            (
                "tr",
                "Farklı banka bilgileri içeren bir ileti alırsanız, ödeme yapmadan önce lütfen bizi sizde kayıtlı numaradan arayarak teyit ediniz.",
            ),
        ],
    );
    check(|words| words.policy.why.to_owned(), &[("uk", "Чому ми просимо про передоплату")]);
}

/// Where a company's stamp makes a paper valid, there is room for it.
#[test]
fn the_place_to_sign_asks_for_what_makes_a_paper_valid() {
    check(
        |words| words.page.name_date_signature.replace('\u{a0}', " "),
        &[
            ("zh", "签字（盖章）、日期"),
            ("zh-Hant+TW", "簽名（蓋章）、日期"),
            ("zh-Hant+HK", "簽名（蓋章）、日期"),
            ("vi", "Ký, ghi rõ họ tên, đóng dấu"),
            ("ru", "ФИО, дата, подпись, М. П."),
            ("ko", "성명, 날짜, 서명(인)"),
        ],
    );
}

#[test]
fn amounts_and_dates_are_written_as_companies_write_them() {
    let day = |text: &str| text.parse::<chrono::NaiveDate>().unwrap();
    let reader = |locale: &str| {
        let (tag, country) = locale.split_once('+').unwrap_or((locale, ""));
        ReaderFormat::new(tag, Country::from_code(country))
    };
    let plain = |text: String| text.replace(['\u{a0}', '\u{202f}'], " ");
    for (locale, date, long) in [
        ("pl", "2026-11-30", "30 listopada 2026 r."),
        ("vi", "2027-01-08", "ngày 08 tháng 01 năm 2027"),
        ("vi", "2027-02-28", "ngày 28 tháng 02 năm 2027"),
        ("vi", "2027-03-09", "ngày 09 tháng 3 năm 2027"),
        ("vi", "2026-12-10", "ngày 10 tháng 12 năm 2026"),
        ("ko", "2027-01-08", "2027년 1월 8일"),
    ] {
        assert_eq!(plain(reader(locale).date_long(day(date))), long, "{locale}");
    }
    for (locale, date, named) in [
        ("zh-Hant+TW", "2026-10-25", "2026年10月25日（星期日）"),
        ("zh-Hant+HK", "2026-10-25", "2026年10月25日（星期日）"),
        ("pl", "2026-11-30", "poniedziałek, 30 listopada 2026 r."),
        ("vi", "2027-01-08", "Thứ Sáu, ngày 08 tháng 01 năm 2027"),
    ] {
        assert_eq!(plain(reader(locale).date_with_weekday(day(date))), named, "{locale}");
    }
    // A column of dates lines up.
    for date in ["2026-11-01", "2026-10-25"] {
        assert_eq!(reader("tr").date_short(day(date)).len(), "01.11.2026".len());
    }
    let voice = |country: &str| Voice::new("en", Country::from_code(country), DepositWord::Prepayment);
    assert_eq!(voice("US").day(day("2026-10-25")), "Sun, Oct 25, 2026");
    assert_eq!(voice("GB").day(day("2026-10-25")), "Sun 25 Oct 2026");
    assert_eq!(voice("").day(day("2026-10-25")), "Sun 25 Oct 2026");
}

#[test]
fn the_choice_of_the_word_for_the_deposit_is_in_the_papers_own_signs() {
    for (paper, plain, legal) in
        [(PaperLanguage::Chinese, "预付款", "定金"), (PaperLanguage::TraditionalChinese, "訂金", "定金")]
    {
        assert_eq!(window::deposit_word(DepositWord::Prepayment, paper, Language::Chinese), plain);
        assert_eq!(window::deposit_word(DepositWord::Earnest, paper, Language::Chinese), legal);
        let english = window::deposit_word(DepositWord::Prepayment, paper, Language::English);
        assert_eq!(english, format!("{plain} (prepayment)"));
    }
}

#[test]
fn a_language_is_known_whatever_country_its_tag_adds() {
    for (tag, english, chinese) in [
        ("pl", "Polish", "波兰语"),
        ("uk", "Ukrainian", "乌克兰语"),
        ("ko-KR", "Korean", "韩语"),
        ("pt-BR", "Portuguese", "葡萄牙语"),
        ("zh-CN", "Chinese (simplified)", "中文（简体）"),
        ("zh-Hant", "Chinese (traditional)", "中文（繁体）"),
        ("zh-TW", "Chinese (traditional)", "中文（繁体）"),
        ("zh_HK", "Chinese (traditional)", "中文（繁体）"),
    ] {
        assert_eq!(window::language_name(tag, Language::English), Some(english), "{tag}");
        assert_eq!(window::language_name(tag, Language::Chinese), Some(chinese), "{tag}");
    }
    assert_eq!(window::language_name("xx", Language::English), None);
    // Every language of papers can be a buyer's, and a list may name it as the papers do.
    for language in PaperLanguage::members() {
        assert!(window::language_name(language.name(), Language::English).is_some(), "{language:?}");
        assert_eq!(language_from(language.own_name()).as_deref(), Some(language.name()));
    }
    for (named, tag) in [
        ("Polish", "pl"),
        ("波兰文", "pl"),
        ("Ukrainian", "uk"),
        ("乌克兰文", "uk"),
        ("Korean", "ko"),
        ("韓文", "ko"),
        ("Traditional Chinese", "zh-Hant"),
        ("繁體", "zh-Hant"),
        ("zh-TW", "zh-Hant"),
    ] {
        assert_eq!(language_from(named).as_deref(), Some(tag), "{named}");
    }
}
