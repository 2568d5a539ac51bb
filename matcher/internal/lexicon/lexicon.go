package lexicon

// Position says where in a name an entry of a phrase table is believed.
type Position uint8

const (
	// Anywhere: the phrase is taken wherever it stands.
	Anywhere Position = iota
	// AtEnd: only as the tail of the name. What follows may be further legal forms and places ("X AG (Panama)").
	AtEnd
	// AtStart: only as the head of the name. What precedes may be further entries of the same table ("OOO JSC X").
	AtStart
	// AtEdge: at the start or at the end, by the two rules above.
	AtEdge
	// Leading: at the very start, and at least two tokens must follow, so that two initials before a surname stay initials.
	Leading
)

// Family is the kind of legal person a form stands for, across languages: OOO, LLC, GmbH and Ltd are all FamilyLimited.
type Family uint8

const (
	// FamilyNone is the zero value: not a legal form.
	FamilyNone Family = iota
	// FamilyCompany is a word for "company" that does not say which kind: Co, Cia, Kompaniya, Sherkat.
	FamilyCompany
	// FamilyLimited is a company with limited liability whose shares are not traded.
	FamilyLimited
	// FamilyStock is a company by shares: joint stock, public limited, corporation.
	FamilyStock
	// FamilyPartnership is a general or limited partnership, with or without a company as partner.
	FamilyPartnership
	// FamilyFreeZone is an establishment or company of a free zone.
	FamilyFreeZone
	// FamilyShipping is a special shipping vehicle: Naftiki Etaireia, Partenreederei, Partrederi.
	FamilyShipping
	// FamilyState is an enterprise or institution of a state or municipality.
	FamilyState
	// FamilyCooperative is a cooperative society.
	FamilyCooperative
	// FamilySole is a sole trader or one-person establishment.
	FamilySole
	// FamilyNonprofit is a foundation, association or other body not for profit.
	FamilyNonprofit
)

// Form is one legal form. The zero Form is "none".
type Form struct {
	ID           string   // the national form, "gmbh", "ooo", "pjsc"; long and short spellings share it
	Family       Family   // the kind, comparable across languages
	Position     Position // where it is believed
	Jurisdiction string   // ISO 3166 alpha-2 codes joined with commas, lower case; "" when in use everywhere. A hint only
}

// TitleClass is what a word beside a person's name is.
type TitleClass uint8

const (
	// TitleNone is the zero value: not a title.
	TitleNone TitleClass = iota
	// TitleCourtesy is a form of address or an academic or professional title: Mr, Dr, Eng.
	TitleCourtesy
	// TitleRank is a rank or post: ship's officers, armed forces, police, offices of state.
	TitleRank
	// TitleHonorific is a mark of honour, nobility or religion that is not used as a name.
	TitleHonorific
	// TitleSuffix stands after the name: Jr, III, PhD, Esq.
	TitleSuffix
	// TitleName is a title that is as often part of the name itself: Seyed, Haji, Khan, Sheikh, Master.
	// Give it low weight, do not drop it.
	TitleName
)

// PrefixClass tells a ship's prefix from a word for her type.
type PrefixClass uint8

const (
	// PrefixNone is the zero value: neither.
	PrefixNone PrefixClass = iota
	// PrefixMark is an abbreviation written before a ship's name: M/V, MT, USS.
	PrefixMark
	// PrefixType is a word for ship or for a type of ship: tanker, buque, теплоход.
	PrefixType
)

// Prefix is one vessel prefix or type word.
type Prefix struct {
	Canonical string      // "mv", "mt", "tug": the same for all spellings and languages of one type
	Class     PrefixClass // mark or type word
	MayBeName bool        // listed ships carry this word in their registered name (MT KONSTANTINOVSK, NS LEADER)
	Position  Position    // where it is believed
}

// ParticleClass is what a small word inside a person's name does.
type ParticleClass uint8

const (
	// ParticleNone is the zero value: not a particle.
	ParticleNone ParticleClass = iota
	// ParticleArticle is an article: al, el, ash, le, la.
	ParticleArticle
	// ParticlePatronymic links to the father, mother or tribe: bin, ibn, bint, ould, oglu.
	ParticlePatronymic
	// ParticleNobiliary is a preposition of origin: von, van, de, da, af.
	ParticleNobiliary
	// ParticleConjunction joins two names: y, e, i, und.
	ParticleConjunction
	// ParticleHead is the first half of a compound name and attaches to the next token: abd, abdul, abu, umm, gholam.
	ParticleHead
)

// Grade says how little a word says about which firm is meant.
type Grade uint8

const (
	// GradeNone: the word is not in the table; it is taken to be distinctive.
	GradeNone Grade = iota
	// GradeCommon: half weight.
	GradeCommon
	// GradeGeneric: next to no weight.
	GradeGeneric
	// GradePlace: a country, a people or language, a region or a city.
	GradePlace
)

// NumberKind is a set of flags on a numeral word.
type NumberKind uint8

const (
	// Cardinal: one, two, three.
	Cardinal NumberKind = 1 << iota
	// Ordinal: first, second, third.
	Ordinal
	// Unsafe: the word is also an ordinary word or part of names in some language ("dos", "se", "sei", "un"), so
	// it may be read as a number only as the last token of the name of a ship or firm, if at all.
	Unsafe
)

// NameRelation says in what way the names of one group are one name. Less is closer.
type NameRelation uint8

const (
	// SameNone is the zero value.
	SameNone NameRelation = iota
	// SameSpelling: one name of one language in several spellings (Yuri, Iurii; Mohammed, Muhammad).
	SameSpelling
	// SameTranslation: the forms one name takes in several languages or dialects (John, Ivan, Juan; Zhang, Cheung).
	SameTranslation
	// SameNickname: a name and its short or pet forms (Robert, Bob; Aleksandr, Sasha).
	SameNickname
)

// NameGroup is one group of equivalent names. Two tokens that share an ID are the same name in the sense of Class.
// IDs are stable only within one build of the tables; do not store them.
type NameGroup struct {
	ID    uint16
	Class NameRelation
}

// NameUse is what a common name is used as.
type NameUse uint8

const (
	// UseNone is the zero value: not a common name.
	UseNone NameUse = iota
	// UseGiven: a given name.
	UseGiven
	// UseSurname: a family name, or a patronymic.
	UseSurname
	// UseBoth: either.
	UseBoth
)

// LegalForm returns the longest legal form that begins at tokens[i], and the number n of tokens it covers.
// n is 0 when there is none, when i is out of range, or when the place of the words in the name speaks against it.
func LegalForm(tokens []string, i int) (n int, f Form) {
	for m := legalPhrases.from(tokens, i); m.next(tokens, i); {
		if believeForm(tokens, i, m.n, m.value) {
			return m.n, legalForms[m.value]
		}
	}
	return 0, Form{}
}

// Title returns the longest title that begins at tokens[i] and the number n of tokens it covers; n is 0 when there
// is none. A name that consists of titles alone is the caller's to judge.
func Title(tokens []string, i int) (n int, t TitleClass) {
	for m := titlePhrases.from(tokens, i); m.next(tokens, i); {
		if believeTitle(tokens, i, m.n, m.value) {
			return m.n, titleEntries[m.value].class
		}
	}
	return 0, TitleNone
}

// VesselPrefix returns the longest vessel prefix or type word that begins at tokens[i] and the number n of tokens it
// covers; n is 0 when there is none. It may cover the whole name; a ship called TANKER keeps her name, which is the
// caller's to see to.
func VesselPrefix(tokens []string, i int) (n int, p Prefix) {
	for m := prefixPhrases.from(tokens, i); m.next(tokens, i); {
		if believePrefix(tokens, i, m.n, m.value) {
			return m.n, vesselPrefixes[m.value]
		}
	}
	return 0, Prefix{}
}

// Particle returns the class of a particle of person names, and whether the token is one.
func Particle(token string) (ParticleClass, bool) {
	k := particleWords.find(token)
	if k < 0 {
		return ParticleNone, false
	}
	return ParticleClass(particleClasses[k]), true
}

// Expand returns the word or words an abbreviation in a firm's name stands for ("shpg": "shipping"; "shipmgt":
// "ship management", two tokens joined with a blank). ok is false when the token is no known abbreviation.
func Expand(token string) (expansion string, ok bool) {
	k := expansionWords.find(token)
	if k < 0 {
		return "", false
	}
	return expansions[expansionIndex[k]], true
}

// BusinessGroup returns the group of a business word. Tokens with the same id are the same word in different
// languages or forms. Ids are stable only within one build of the tables.
func BusinessGroup(token string) (id uint16, ok bool) {
	k := businessWords.find(token)
	if k < 0 {
		return 0, false
	}
	return uint16(businessGroups[k]), true
}

// Generic returns how little a word of a firm's name says. A word of a business group that is not graded by itself
// has the grade of its group.
func Generic(token string) Grade {
	if k := genericWords.find(token); k >= 0 {
		return Grade(genericGrades[k])
	}
	if k := businessWords.find(token); k >= 0 {
		return Grade(businessGrades[businessGroups[k]])
	}
	return GradeNone
}

// Number returns the value of a numeral word in any of the languages of the table. Arabic digits and Roman numerals
// are not in it. kind has Cardinal or Ordinal set, or both where one word is both, and Unsafe where the word is
// also something else.
func Number(token string) (value int, kind NumberKind, ok bool) {
	k := numeralWords.find(token)
	if k < 0 {
		return 0, 0, false
	}
	return int(numeralValues[k]), NumberKind(numeralKinds[k]), true
}

// GivenNames returns the groups of equivalent names the token is in, in increasing ID; nil when it is in none.
// The slice is a view of read-only data: do not write to it.
func GivenNames(token string) []NameGroup {
	k := nameWords.find(token)
	if k < 0 {
		return nil
	}
	from, to := nameSpans[k], nameSpans[k+1]
	return nameGroups[from:to:to]
}

// Common returns how common a given name or surname is world-wide: 0 not in the table, 1 common, 2 very common,
// 3 among the commonest there are.
func Common(token string) uint8 {
	k := commonWords.find(token)
	if k < 0 {
		return 0
	}
	return commonGrades[k] >> 4
}

// CommonUse returns what a common name is used as; UseNone when Common is 0.
func CommonUse(token string) NameUse {
	k := commonWords.find(token)
	if k < 0 {
		return UseNone
	}
	return NameUse(commonGrades[k] & 15)
}

// CommonShipWord returns how common a word is in ships' names: 0 not in the table, up to 3 for the commonest.
func CommonShipWord(token string) uint8 {
	k := shipWords.find(token)
	if k < 0 {
		return 0
	}
	return shipGrades[k]
}
