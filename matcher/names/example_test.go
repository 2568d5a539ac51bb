package names_test

import (
	"fmt"

	"github.com/seed-539c57aa/pratique/matcher/names"
)

func print(n names.Name) {
	for i := range n.Tokens {
		t := &n.Tokens[i]
		fmt.Printf("%-10s %-13s %q\n", t.Text, t.Class, n.Original[t.Start:t.End])
	}
	fmt.Printf("key: %s\n", n.Key)
}

func ExampleProfile_Parse_vessel() {
	n := names.Vessel.Parse("M/V F0RTUNE III (ex HAO FAN 2)")
	print(n)
	for _, other := range n.Also {
		fmt.Println("also:", other.Key)
	}
	fmt.Println("flags:", n.Flags.Words())
	// Output:
	// m          prefix        "M"
	// v          prefix        "V"
	// fortune    word          "F0RTUNE"
	// 3          number        "III"
	// ex         word          "ex"
	// hao        word          "HAO"
	// fan        word          "FAN"
	// 2          number        "2"
	// key: m v fortune 3 ex hao fan 2
	// also: m v fortune 3
	// also: hao fan 2
	// flags: [digits for letters]
}

func ExampleProfile_Parse_person() {
	print(names.Person.Parse("AL-ZAWAHIRI, Dr. Ayman"))
	// Output:
	// dr         title         "Dr"
	// ayman      word          "Ayman"
	// al         particle      "AL"
	// zawahiri   word          "ZAWAHIRI"
	// key: dr ayman al zawahiri
}

func ExampleProfile_Parse_organization() {
	print(names.Organization.Parse("大连海运有限公司"))
	// Output:
	// dalian     place         "大连"
	// haiyun     generic word  "海运"
	// youxiangongsi legal form    "有限公司"
	// key: dalian haiyun youxiangongsi
}
