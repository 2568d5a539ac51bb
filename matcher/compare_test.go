package matcher

import (
	"encoding/json"
	"testing"

	"github.com/seed-539c57aa/pratique/matcher/names"
)

const (
	vessel = iota
	person
	firm
)

// TestCompareOrder says which of two comparisons scores more. It holds whatever
// the weights are set to.
func TestCompareOrder(t *testing.T) {
	for _, c := range []struct {
		profile         int
		query, listed   string // scores more than
		query2, listed2 string
		reason          string
	}{
		// Numbers are a ship's identity.
		{vessel, "OCEAN STAR 2", "OCEAN STAR II", "OCEAN STAR 2", "OCEAN STAR", "the same number over a missing one"},
		{vessel, "OCEAN STAR 2", "OCEAN STAR", "OCEAN STAR 2", "OCEAN STAR 3", "a missing number over another one"},
		{vessel, "OCEAN STAR", "OCEAN STAR 2", "OCEAN STAR 3", "OCEAN STAR 2", "a number that only the list has over another one"},
		{vessel, "OCEAN STAR 2", "OCEAN STAR 2", "OCEAN STAR 2", "OCEAN STAR 22", "a number is not a little alike"},
		{vessel, "OCEAN STAR 2", "OCEAM STAR 2", "OCEAN STAR 2", "OCEAN STAR 3", "a slip in a word over another number"},
		{vessel, "GP-22", "GP 22", "GP-22", "GP-23", "a barge and her sister"},
		{vessel, "FORTUNE III", "FORTUNE THREE", "FORTUNE III", "FORTUNE II", "a roman number in words over another roman one"},
		{vessel, "HAPPINESS", "HAPPINESS I", "HAPPINESS", "HAPPINESS II", "the first of her name seldom bears it"},
		{vessel, "OT2077", "OT 2077", "OT2077", "OT 2078", "a number in one with letters"},
		{vessel, "SEVEN SEAS", "7 SEAS", "SEVEN SEAS", "6 SEAS", "a number word in front"},
		// Slips.
		{vessel, "FORTUNE", "FORTUNE", "FORTUNE", "FORTUNA", "the name over a slip"},
		{vessel, "FORTUNE", "FORTUNA", "FORTUNE", "FORTRESS", "a slip over another word"},
		{vessel, "FORTUNE", "FROTUNE", "FORTUNE", "FROTENU", "one swap over three edits"},
		{vessel, "SANTA MARIA DEL MAR", "SANTA MARIA DEL MARE", "DAN", "DANA", "a letter in a long name over one in a short name"},
		{vessel, "KONSTANTINOVSK", "KONSTANTNOVSK", "SABRINA", "SABINA", "a letter of fourteen over one of seven"},
		{vessel, "SHALAMCHEH", "SHALAMCHE", "SHALAMCHEH", "SHALOMCHAH", "a mute letter over two vowels"},
		{vessel, "HORMUZ", "HORMOZ", "HORMUZ", "HERMES", "the same sound over another name"},
		// Words.
		{vessel, "SEA STAR", "SEASTAR", "SEA STAR", "SEA STORM", "joined words over another word"},
		{vessel, "SEA STAR", "SEA STAR", "SEA STAR", "STAR SEA", "the order of a ship's name"},
		{vessel, "SEA STAR", "STAR SEA", "SEA STAR", "STAR OCEAN", "another order over another word"},
		{vessel, "CHONG CHON GANG", "CHONGCHONGANG", "CHONG CHON GANG", "CHONG RYONG GANG", "three words in one over another word"},
		{vessel, "ADRIAN DARYA 1", "ADRIAN DARYA 1", "ADRIAN DARYA 1", "DARYA 1", "the whole name over half of it"},
		{vessel, "GRACE", "GRACE", "GRACE", "GRACE FELICITY", "the name over a longer one"},
		{vessel, "IRAN HORMUZ 12", "HORMUZ 12", "IRAN HORMUZ 12", "IRAN SHALAMCHEH 12", "a word less over another one"},
		// Prefixes.
		{vessel, "M/V FORTUNE", "FORTUNE", "MAX FORTUNE", "FORTUNE", "a prefix over a word"},
		{vessel, "FORTUNE", "FORTUNE", "M/V FORTUNE", "FORTUNE", "no prefix over one that the list lacks"},
		{vessel, "MT KONSTANTINOVSK", "MT KONSTANTINOVSK", "MT KONSTANTINOVSK", "KONSTANTINOVSK", "the whole name over the name without a prefix"},
		{vessel, "M/T FAXON", "M/V FAXON", "M/T FAXON", "M/T FALCON", "another prefix over another name"},
		{vessel, "т/х СПАРТА", "SPARTA", "т/х СПАРТА", "SPARTAK", "a Russian prefix over a letter"},
		// Names inside the text.
		{vessel, "PETREL 8", "HAO FAN 6 (ex PETREL 8)", "PETREL 8", "HAO FAN 6 (ex PETREL 9)", "a former name over her sister's"},
		{vessel, "PETREL 8", "PETREL 8", "PETREL 8", "HAO FAN 6 (ex PETREL 8)", "the name over a name inside the text"},
		{vessel, "HAO FAN 6 ex PETREL 8", "PETREL 8", "HAO FAN 6 ex PETREL 8", "PETREL 9", "a former name in the query"},
		// Disguise and scripts.
		{vessel, "F0RTUNE", "FORTUNE", "F0RTUNE", "FORTUNA", "a digit for a letter is seen through"},
		{vessel, "ВОСТОК", "VOSTOK", "ВОСТОК", "BOCTOK", "honest Cyrillic over the look of it"},
		{vessel, "СПАРТА", "SPARTA", "СПАРТА", "SPARTAN", "a reading over a reading with a letter more"},

		// Persons: omission and contradiction.
		{person, "Ali Danaei Kenarsari", "DANAEI KENARSARI, Ali", "Ali Kenarsari", "DANAEI KENARSARI, Ali", "all of a name over a part left out"},
		{person, "Ali Kenarsari", "DANAEI KENARSARI, Ali", "Ali Hosseini Kenarsari", "DANAEI KENARSARI, Ali", "a part left out over another part"},
		{person, "Saddam", "AL-TIKRITI, Saddam", "Saddam Al-Dulaimi", "AL-TIKRITI, Saddam", "omission over contradiction"},
		{person, "Ivan Petrov", "PETROV, Ivan Sergeyevich", "Ivan Nikolayevich Petrov", "PETROV, Ivan Sergeyevich", "no patronymic over another one"},
		{person, "Mohammad Reza Naghdi", "NAQDI, Mohammad Reza", "Mohammad Ali Naghdi", "NAQDI, Mohammad Reza", "a variant over another given name"},
		{person, "Ali Reza Zadeh", "ZADEH, Alireza", "Ali Reza Zadeh", "ZADEH, Ahmadreza", "joined words over other ones"},
		{person, "Hamidreza Yahyazadeh", "YAHYA ZADEH, Hamid Reza", "Hamidreza Yahyazadeh", "YAHYA POUR, Hamid Reza", "two joins over another ending"},
		// Persons: slips and variants.
		{person, "Vladimir Putin", "PUTIN, Vladimir", "Vladimir Putin", "PUTEN, Vladimir", "the name over a slip"},
		{person, "Vladimir Putin", "PUTEN, Vladimir", "Vladimir Putin", "PUSHKIN, Vladimir", "a slip over another name"},
		{person, "Mohammed Hasan", "HASSAN, Muhammad", "Mohammed Hasan", "HUSSEIN, Muhammad", "variants over another name"},
		{person, "Aleksandr Ivanov", "IVANOV, Alexander", "Aleksandr Ivanov", "IVANOV, Aleksey", "a variant over another given name"},
		{person, "Qasem Soleimani", "SULAIMANI, Ghasem", "Qasem Soleimani", "SALMANI, Kazem", "the same sounds over other names"},
		{person, "Khaled Saleh", "SALIH, Khalid", "Khaled Saleh", "SALEM, Walid", "Arabic vowels over other consonants"},
		// Persons: initials, titles, particles, order.
		{person, "Mohammad Gohardehi", "GOHARDEHI, Mohammad", "M. Gohardehi", "GOHARDEHI, Mohammad", "a name over its initial"},
		{person, "M. Gohardehi", "GOHARDEHI, Mohammad", "R. Gohardehi", "GOHARDEHI, Mohammad", "the initial over another one"},
		{person, "M. Gohardehi", "GOHARDEHI, Mohammad", "Reza Gohardehi", "GOHARDEHI, Mohammad", "the initial over another name"},
		{person, "JF Kennedy", "KENNEDY, John Fitzgerald", "RT Kennedy", "KENNEDY, John Fitzgerald", "two initials in one over two other ones"},
		{person, "Captain Ali Kenarsari", "KENARSARI, Ali", "Karim Ali Kenarsari", "KENARSARI, Ali", "a title over a name"},
		{person, "Ali al-Kenarsari", "KENARSARI, Ali", "Ali Reza Kenarsari", "KENARSARI, Ali", "an article over a name"},
		{person, "Abd al-Rahman", "ABDULRAHMAN", "Abd al-Rahman", "ABDULKARIM", "a compound in one over another compound"},
		{person, "Kim Jong Un", "KIM, Jong Un", "Kim Jong Un", "KIM, Jong Nam", "another order over another name"},
		{person, "Jong Un Kim", "KIM, Jong Un", "Jong Il Kim", "KIM, Jong Un", "the name over his father's"},
		// Persons: what the list has weighs less than what the query adds.
		{person, "Ali Kenarsari", "DANAEI KENARSARI, Ali", "Ali Danaei Kenarsari", "KENARSARI, Ali", "a word left out over a word added"},
		{person, "Wang Wei", "王伟", "Wang Wei", "李伟", "a Chinese name over another surname"},
		{person, "Sergey Ivanov", "Сергей ИВАНОВ", "Sergey Ivanov", "Сергей ПЕТРОВ", "a Russian name over another surname"},
		{person, "Ahmad Khan", "KHAN, Ahmad", "Khan", "KHAN, Ahmad", "two words over one that many bear"},

		// Firms: weak words carry nothing.
		{firm, "Danesh Shipping Company Limited", "DANESH SHIPPING CO LTD", "Danesh Shipping Company Limited", "DAVAR SHIPPING CO LTD", "a word of its own over the rest"},
		{firm, "Pacific Basin Shipping", "PACIFIC BASIN SHPG", "Pacific Basin Shipping", "PACIFIC OCEAN SHIPPING LIMITED", "an abbreviation over another word"},
		{firm, "Danesh", "DANESH SHIPPING CO LTD", "Shipping Co Ltd", "DANESH SHIPPING CO LTD", "the word that is rare over those that are not"},
		{firm, "NITC", "NITC LLC", "NITC", "NIOC LLC", "a legal form over a letter"},
		{firm, "OOO Gudzon", "GUDZON LLC", "OOO Gudzon", "OOO GORIZONT", "another form over another name"},
		{firm, "ООО Гудзон", "GUDZON LLC", "ООО Гудзон", "GORIZONT LLC", "the same across scripts"},
		{firm, "Fourth Ocean GmbH", "4TH OCEAN GMBH", "Fourth Ocean GmbH", "FOURTEENTH OCEAN GMBH", "the number of a series"},
		{firm, "Fourth Ocean GmbH", "OCEAN GMBH", "Fourth Ocean GmbH", "FIFTH OCEAN GMBH", "no number over another one"},
		{firm, "IRISL", "ISLAMIC REPUBLIC OF IRAN SHIPPING LINES (IRISL)", "IRISL", "ISLAMIC REPUBLIC OF IRAN SHIPPING LINES", "an acronym in brackets"},
		{firm, "Samma Shipping", "KOREA SAMMA SHPG CO", "Samma Shipping", "KOREA SAMHUNG SHPG CO", "a word over another one"},
		{firm, "Hartmann GmbH & Co. KG", "HARTMANN GMBH AND CO KG", "Hartmann GmbH & Co. KG", "HARTMANN AG", "the same form over another one"},
		{firm, "Alfa Trading", "ALFA TRADING FZE", "Alfa Trading", "ALFA TRADING BETA", "a form more over a word more"},
		{firm, "Alfa (Panama) SA", "ALFA SA", "Alfa (Panama) SA", "BETA (PANAMA) SA", "a place less over another word"},
		{firm, "Kish Shipping", "SHIPPING KISH", "Kish Shipping", "QESHM SHIPPING", "another order over another word"},
		{firm, "Dalian Haiyun", "大连海运有限公司", "Dalian Haiyun", "上海海运有限公司", "a Chinese firm over one of another town"},
	} {
		p := profiles[c.profile]
		score := func(q, l string) Score { return Compare(p.Parse(q), p.Parse(l), DefaultOptions()).Score }
		more, less := score(c.query, c.listed), score(c.query2, c.listed2)
		if known := knownOrder[c.reason]; known != "" {
			if more > less {
				t.Errorf("%s: no failure any more; take it off the list", c.reason)
			}
			continue
		}
		if more <= less {
			t.Errorf("%s\n%v %v: %q, %q\n%v: %q, %q", c.reason, p, more, c.query, c.listed, less, c.query2, c.listed2)
		}
	}
}

// knownOrder are the rows of TestCompareOrder that fail, by reason, and why.
var knownOrder = map[string]string{}

// TestCompareMethods says in what way two words meet.
func TestCompareMethods(t *testing.T) {
	for _, c := range []struct {
		profile       int
		query, listed string
		want          Method // of the first pair
		reason        string
	}{
		{vessel, "FORTUNE", "FORTUNE 2", Same, "the same letters"},
		{vessel, "FORTUNE STAR", "FORTUNA STAR", Same, "the word that is the same comes in the query's order"},
		{vessel, "SEASTAR", "SEA STAR", Joined, "one word and two"},
		{vessel, "SEA STAR", "SEASTAR", Joined, "two words and one"},
		{person, "Mohammad", "MUHAMMED", Variant, "one name in two spellings"},
		{person, "M. Ivanov", "IVANOV, Mikhail", InitialOnly, "an initial"},
		{firm, "ALFA SHPG", "BETA SHIPPING", Extra, "what met nothing"},
	} {
		p := profiles[c.profile]
		al := Compare(p.Parse(c.query), p.Parse(c.listed), DefaultOptions())
		found := false
		for _, x := range al.Pairs() {
			found = found || x.Method == c.want
		}
		if !found {
			t.Errorf("%v %q, %q: no pair is %q: %s\n%+v", p, c.query, c.listed, c.want, c.reason, al.Pairs())
		}
	}
}

func TestScoreString(t *testing.T) {
	for _, c := range []struct {
		in   Score
		want string
	}{
		{0, "0.000"}, {1, "0.001"}, {42, "0.042"}, {873, "0.873"}, {999, "0.999"}, {1000, "1.000"}, {-1, "-0.001"}, {-250, "-0.250"}, {-1234, "-1.234"}, {12345, "12.345"},
	} {
		if got := c.in.String(); got != c.want {
			t.Errorf("Score(%d) prints %q, want %q", int(c.in), got, c.want)
		}
	}
}

// TestAlignmentJSON holds the form of the JSON, not the scores in it.
func TestAlignmentJSON(t *testing.T) {
	al := Alignment{Score: 873, Notes: Reordered | LessKnown, Flags: names.Leet}
	al.pairs[0] = Pair{Run{0, 1}, Run{1, 2}, Same, 1000, 1000}
	al.pairs[1] = Pair{Run{1, 3}, Run{0, 1}, Joined, 980, 700}
	al.pairs[2] = Pair{Run{3, 4}, Run{}, Extra, 0, 60}
	al.n = 3
	const want = `{"score":873,"notes":["other order","vowels not written"],"flags":["digits for letters"],"pairs":[` +
		`{"query":[0,1],"listed":[1,2],"method":"same","score":1000,"weight":1000},` +
		`{"query":[1,3],"listed":[0,1],"method":"joined","score":980,"weight":700},` +
		`{"query":[3,4],"listed":[0,0],"method":"extra","score":0,"weight":60}]}`
	got, err := json.Marshal(al)
	if err != nil || string(got) != want {
		t.Errorf("got  %s, %v\nwant %s", got, err, want)
	}
	if got, err := json.Marshal(Alignment{}); err != nil || string(got) != `{"score":0,"pairs":[]}` {
		t.Errorf("the empty Alignment is %s, %v", got, err)
	}
}

// TestRunText prints runs as they were printed.
func TestRunText(t *testing.T) {
	for _, c := range []struct {
		profile  int
		in       string
		from, to uint8
		want     string
		reason   string
	}{
		{vessel, "M/V SEA STAR", 2, 4, "SEA STAR", "two words"},
		{vessel, "OT2077", 0, 2, "OT2077", "one word of two tokens"},
		{vessel, "FORTUNE III", 1, 2, "III", "a number as printed"},
		{vessel, "FORTUNE", 0, 9, "FORTUNE", "a run beyond the tokens"},
		{person, "王伟", 0, 2, "王伟", "surname and given name in one"},
	} {
		if got := (Run{c.from, c.to}).Text(profiles[c.profile].Parse(c.in)); got != c.want {
			t.Errorf("%q [%d:%d] is %q, want %q: %s", c.in, c.from, c.to, got, c.want, c.reason)
		}
	}
}
