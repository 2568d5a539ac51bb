package screening

import "strings"

// shipKind is a class of ships that are built alike. Lists and registers name
// types in many words; ships are seldom rebuilt from one class into another.
type shipKind uint8

const (
	unknownShip shipKind = iota
	tanker
	gasCarrier
	bulker
	container
	generalCargo
	roRo
	passenger
	fishing
	service // tugs, supply, dredgers, research
	yacht
	offshore // drilling and storage units
)

// shipWords are the words by which a type is told, in the order in which they
// are tried: "chemical/products tanker" is a tanker, "LPG tanker" a gas carrier.
var shipWords = [...]struct {
	word string
	kind shipKind
}{
	{"lpg", gasCarrier}, {"lng", gasCarrier}, {"gas", gasCarrier},
	{"fso", offshore}, {"fpso", offshore}, {"storage", offshore}, {"drill", offshore}, {"offshore", service},
	{"fish", fishing}, {"trawl", fishing}, {"reefer", generalCargo}, {"refrigerat", generalCargo},
	{"tug", service}, {"supply", service}, {"dredg", service}, {"research", service}, {"survey", service}, {"crew", service}, {"salvage", service}, {"launch", service},
	{"tanker", tanker}, {"oil", tanker}, {"crude", tanker}, {"chemical", tanker}, {"product", tanker},
	{"bulk", bulker}, {"ore", bulker},
	{"container", container},
	{"roll", roRo}, {"ro-ro", roRo}, {"roro", roRo}, {"vehicle", roRo}, {"car carrier", roRo},
	{"passenger", passenger}, {"ferry", passenger}, {"cruise", passenger},
	{"yacht", yacht}, {"pleasure", yacht},
	{"cargo", generalCargo}, {"barge", generalCargo}, {"landing craft", generalCargo}, {"livestock", generalCargo},
}

// shipClassOf reads a type as printed.
func shipClassOf(s string) shipKind {
	s = strings.ToLower(s)
	for _, w := range shipWords {
		if strings.Contains(s, w.word) {
			return w.kind
		}
	}
	return unknownShip
}

// How two types of ship meet, from agreement to contradiction.
const (
	sameShipClass = iota
	related
	unrelated
)

// to compares two classes. Dry-cargo classes are related to one another, and
// tankers of all sorts; nothing is known against an unknown class.
func (k shipKind) to(l shipKind) int {
	switch {
	case k == unknownShip || l == unknownShip:
		return related
	case k == l:
		return sameShipClass
	case dry(k) && dry(l), wet(k) && wet(l):
		return related
	}
	return unrelated
}

func dry(k shipKind) bool { return k >= bulker && k <= passenger }

func wet(k shipKind) bool { return k == tanker || k == gasCarrier || k == offshore }
