import type { AskId } from "../../role/asks";
import type { CustomerKey } from "../customers";

/**
 * What the columns of a customer table are called elsewhere, in English, German, French, Spanish and Portuguese: lower case, without
 * accents, several words with blanks between. Earlier words are the surer ones; what a word means depends on nothing but this table.
 */
export const headingWords: Readonly<Partial<Record<CustomerKey | AskId, readonly string[]>>> = {
  id: [
    "id", "customer id", "customer no", "customer number", "account no", "account number", "client id", "debtor", "customer code",
    "kd nr", "kdnr", "nr", "number", "code",
    "kundennummer", "kundennr", "kunden nr", "debitor", "debitorennummer", "kundenkonto", "numero client", "no client", "code client",
    "lead id", "lead no", "prospect id", "opportunity id",
    "compte client", "numero cliente", "codigo cliente", "id cliente", "n cliente", "num cliente", "codigo do cliente", "no cliente",
  ],
  name: [
    "name", "customer", "customer name", "lead", "lead name", "prospect", "opportunity", "interessent", "prospecto",
    "client", "account name", "company", "company name", "account", "kunde", "kundenname", "firma",
    "firmenname", "nom", "nom du client", "raison sociale", "societe", "entreprise", "nombre", "cliente", "razon social", "empresa", "nome",
    "nome do cliente", "razao social", "designacao",
  ],
  source: [
    "source", "lead source", "origin", "channel", "campaign", "quelle", "herkunft", "kanal", "kampagne", "origine", "canal", "campagne",
    "origen", "campana", "origem", "campanha",
  ],
  mode: ["mode", "relationship mode", "modus", "modo"],
  stage: ["stage", "lifecycle stage", "phase", "lebenszyklus", "etape", "etapa", "fase"],
  tier: ["tier", "customer class", "kundenklasse", "niveau client", "nivel", "categoria de cliente"],
  owner: [
    "owner", "account manager", "account owner", "sales rep", "key account manager", "betreuer", "kundenbetreuer", "verkaufer",
    "ansprechpartner", "responsable", "charge de compte", "commercial", "gestor", "vendedor", "gestor de conta", "responsavel",
  ],
  ownerSince: ["owner since", "managed since", "betreut seit", "responsable depuis", "gestor desde", "responsavel desde"],
  agreedOn: [
    "agreed on", "charter date", "contract date", "vertragsdatum", "vereinbart am", "date du contrat", "date d accord", "fecha de contrato",
    "fecha de acuerdo", "data do contrato", "data do acordo",
  ],
  firstOrder: [
    "first order", "first invoice", "customer since", "first purchase", "erste bestellung", "erstauftrag", "kunde seit",
    "premiere commande",
    "client depuis", "primer pedido", "cliente desde", "primeira encomenda", "primeiro pedido",
  ],
  contribution: [
    "contribution", "contribution margin", "expected contribution", "expected margin",
    "annual contribution", "customer contribution", "gross profit", "gross margin",
    "deckungsbeitrag",
    "db", "rohertrag", "bruttomarge", "marge sur couts variables", "marge brute", "marge contributive", "contribution annuelle",
    "margen de contribucion", "margen bruto", "contribucion", "margem de contribuicao", "margem bruta", "contribuicao",
  ],
  deserveCost: [
    "cost to deserve", "cost of commitments", "commitment cost", "kosten der zusagen", "cout des engagements", "coste de compromisos",
    "costo de compromisos", "custo dos compromissos",
  ],
  acquisitionCost: [
    "acquisition cost", "cost of acquisition", "cac", "cost to win", "akquisekosten", "akquisitionskosten", "gewinnungskosten",
    "cout d acquisition", "cout de conquete", "coste de adquisicion", "costo de adquisicion", "coste de captacion", "custo de aquisicao",
    "custo de captacao",
  ],
  retention: [
    "retention", "retention rate", "renewal rate", "renewal probability", "loyalty rate", "bindungsrate", "kundenbindung", "treue",
    "kundentreue", "bleibequote",
    "verlangerungsquote", "taux de retention", "fidelite", "taux de renouvellement", "retencion", "tasa de retencion", "fidelidad",
    "retencao", "taxa de retencao", "fidelidade",
  ],
  growth: [
    "growth", "growth rate", "margin growth", "wachstum", "wachstumsrate", "zuwachs", "croissance", "taux de croissance", "crecimiento",
    "tasa de crecimiento", "crescimento", "taxa de crescimento",
  ],
  referrals: [
    "referrals", "recommendations", "introductions", "empfehlungen", "weiterempfehlungen", "recommandations", "parrainages", "referencias",
    "recomendaciones", "referidos", "recomendacoes", "indicacoes", "referencias de clientes",
  ],
  potContribution: [
    "potential contribution", "pot contribution", "target contribution", "potenzieller deckungsbeitrag", "potential deckungsbeitrag",
    "contribution potentielle", "contribucion potencial", "contribuicao potencial",
  ],
  potRetention: [
    "potential retention", "pot retention", "potenzielle bindungsrate", "retention potentielle", "retencion potencial",
    "retencao potencial",
  ],
  potGrowth: [
    "potential growth", "pot growth", "potenzielles wachstum", "croissance potentielle", "crecimiento potencial", "crescimento potencial",
  ],
  potReferrals: [
    "potential referrals", "pot referrals", "potenzielle empfehlungen", "recommandations potentielles", "referencias potenciales",
    "recomendacoes potenciais",
  ],
  bonus: ["bonus", "sales bonus", "commission", "provision", "verkaufsbonus", "pramie", "prime", "comision", "comissao", "premio"],
  override: ["override", "manual verdict", "ubersteuerung", "derogation", "excepcion", "excecao"],
  reason: ["reason", "override reason", "grund", "begrundung", "raison", "motif", "motivo", "razon"],
  overrideOwner: ["override owner", "approved by", "genehmigt von", "approuve par", "aprobado por", "aprovado por"],
  until: ["until", "valid until", "expires", "gultig bis", "befristet bis", "valable jusqu au", "valido hasta", "valido ate", "expira"],
  A01: ["awareness", "offer lines known", "bekanntheit", "notoriete", "conocimiento", "notoriedade"],
  A02: [
    "purchases", "revenue", "sales", "turnover", "annual sales", "net sales", "spend", "umsatz", "jahresumsatz", "nettoumsatz", "einkaufe",
    "chiffre d affaires", "ca", "achats", "ventes", "ventas", "facturacion", "compras", "vendas", "faturacao", "faturamento",
    "volume de negocios",
  ],
  A03: ["repeat purchase", "months with an order", "active months", "aktive monate", "mois actifs", "meses activos", "meses ativos"],
  A04: ["upgrades", "upgrades taken", "upgrade rate", "montees en gamme", "mejoras", "actualizaciones", "atualizacoes"],
  A05: [
    "accessories", "accessories taken", "attach rate", "cross sell", "zubehor", "zubehorquote", "accessoires", "accesorios",
    "venta cruzada",
    "acessorios", "venda cruzada",
  ],
  A06: [
    "days late", "days beyond terms", "days overdue", "payment delay", "late days", "dbt", "average days late", "verzugstage",
    "zahlungsverzug", "tage verspatet", "tage uberfallig", "jours de retard", "retard de paiement", "retard moyen", "dias de retraso",
    "dias de mora", "retraso de pago", "dias de atraso", "atraso de pagamento", "atraso medio",
  ],
  A07: ["referrals made", "referrals given", "recommends us"],
  A08: ["public acts", "reference calls", "case studies", "evangelizing", "referenzen", "temoignages", "testimonios", "testemunhos"],
  A09: [
    "forgiveness", "mistakes forgiven", "incidents forgiven", "kulanz", "verziehene fehler", "nachsicht", "incidents pardonnes",
    "indulgence",
    "errores perdonados", "perdon", "tolerancia", "erros perdoados", "perdao",
  ],
  A10: [
    "insight", "feedback", "feedback sessions", "insight sessions", "survey responses", "ruckmeldungen", "feedbackgesprache",
    "retours d experience", "seances de retour", "sesiones de feedback", "opiniones", "sessoes de feedback", "inqueritos",
  ],
  A11: ["contract years", "tenure", "vertragsjahre", "laufzeit", "anciennete", "annees de contrat", "antiguedad", "anos de contrato",
    "antiguidade"],
  A12: ["contribution percent", "margin percent", "margin rate", "marge", "margenquote", "taux de marge", "margen", "margem"],
  A13: [
    "discount", "discount rate", "discount given", "average discount", "rabatt", "rabattsatz", "nachlass", "remise", "taux de remise",
    "rabais", "descuento", "tasa de descuento", "desconto", "taxa de desconto",
  ],
  A14: [
    "contacts", "service contacts", "support tickets", "tickets", "service calls", "cases", "kontakte", "servicekontakte", "anfragen",
    "contacts service", "demandes", "appels", "contactos", "llamadas", "solicitudes", "contatos", "chamadas", "pedidos de suporte",
  ],
  A15: ["share of budget", "share of wallet", "lieferanteil", "part du budget", "cuota de cartera", "quota de carteira"],
  A16: ["notices value", "value reviews confirmed", "value confirmed", "wertgesprache", "valeur confirmee", "valor confirmado"],
  A17: [
    "abuse", "invalid claims", "claims", "returns", "credit notes", "claims without ground", "reklamationen", "unberechtigte reklamationen",
    "gutschriften", "retouren", "reclamations", "avoirs", "retours", "reclamaciones", "devoluciones", "notas de credito", "reclamacoes",
    "devolucoes",
  ],
  A18: ["stays with us", "stay with us"],
};

/** Words that tell what was observed from what finance expects. */
export const observedWords: ReadonlySet<string> = new Set([
  "observed", "counted", "measured", "actual", "beobachtet", "gezahlt", "gemessen", "ist", "observe", "observee", "observes", "constate",
  "mesure", "reel", "observado", "observada", "observados", "medido", "medida", "contado", "real",
]);

/** Words of a heading that say nothing about what stands below it. */
export const emptyWords: ReadonlySet<string> = new Set([
  "the", "of", "in", "per", "a", "an", "our", "last", "current", "average", "avg", "total", "value", "rate", "der", "die", "das", "des",
  "von", "pro",
  "im", "je", "mittl", "durchschn", "de", "la", "le", "les", "du", "par", "en", "el", "los", "por", "al", "do", "da", "os", "as", "no",
  "ao", "to",
  "eur", "usd", "gbp", "chf", "brl", "euro", "percent", "pct", "prozent", "pour", "cent", "year", "yr", "annual", "yearly", "jahr", "an",
  "annee",
  "ano", "anual", "ytd", "ltm", "fy", "months", "month", "monthly", "monat", "monatlich", "mois", "mensuel", "mes", "mensual", "mensal",
  "quarter", "quarterly", "quartal", "trimestre", "teur", "keur", "kusd", "kgbp", "tsd", "thousand", "milliers", "miles", "milhares",
  "days", "tage", "jours", "dias", "weeks", "wochen", "semaines", "semanas",
]);

/** What a unit in a heading does to the numbers below it. */
export interface UnitWord {
  readonly says: "per month" | "per quarter" | "per year" | "thousands" | "weeks";
  readonly words: readonly string[];
}

export const unitWords: readonly UnitWord[] = [
  { says: "per month", words: ["monthly", "per month", "monat", "monatlich", "mois", "mensuel", "mes", "mensual", "mensal", "por mes"] },
  { says: "per quarter", words: ["quarterly", "per quarter", "quartal", "trimestre", "trimestriel", "trimestral"] },
  { says: "per year", words: ["annual", "yearly", "per year", "p a", "jahr", "jahrlich", "annuel", "par an", "anual", "por ano"] },
  {
    says: "thousands",
    words: ["teur", "keur", "kusd", "kgbp", "kchf", "tsd", "thousand", "thousands", "000", "k eur", "milliers", "miles", "milhares"],
  },
  { says: "weeks", words: ["weeks", "weeks late", "wochen", "semaines", "semanas"] },
];

/** What people write where nothing is known, and where an ask does not apply. Compared in lower case, without outer blanks. */
export const unknownWords: ReadonlySet<string> = new Set([
  "?", "??", "-", "--", "–", "—", ".", "unknown", "not known", "tbd", "tbc", "nd", "n/d", "n.d.", "#n/a", "#nv", "unbekannt", "k.a.",
  "k. a.",
  "keine angabe", "inconnu", "inconnue", "non connu", "nc", "n.c.", "desconocido", "sin datos", "s/d", "desconhecido", "sem dados", "null",
]);
export const notApplicableWords: ReadonlySet<string> = new Set([
  "n/a", "na", "n.a.", "not applicable", "none applicable", "entfallt", "nicht zutreffend", "nicht anwendbar", "n. zutr.", "sans objet",
  "s.o.", "s/o",
  "non applicable", "no aplica", "no procede", "nao se aplica", "nao aplicavel",
]);

/** First words of a row that adds the others up. */
export const totalWords: ReadonlySet<string> = new Set([
  "total", "grand total", "totals", "sum", "summe", "gesamt", "gesamtsumme", "total general", "total generale", "somme", "suma", "soma",
  "total geral",
]);

/** Months by their first letters in the five languages, without accents; longer beginnings first where they differ. */
export const monthWords: readonly (readonly string[])[] = [
  ["jan", "ene", "janv"], ["feb", "fev"], ["mar", "mrz", "mae"], ["apr", "avr", "abr"], ["may", "mai"], ["jun", "juin"],
  ["jul", "juil"], ["aug", "aou", "ago"], ["sep", "set"], ["oct", "okt", "out"], ["nov"], ["dec", "dez", "dic"],
];
