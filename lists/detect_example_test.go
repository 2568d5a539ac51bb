package lists_test

import (
	"fmt"

	"github.com/seed-539c57aa/pratique/lists"
)

func ExampleDetect() {
	for _, head := range []string{
		`<?xml version="1.0"?><sdnList xmlns="http://tempuri.org/sdnList.xsd">`,
		"Report Date: 14-Aug-2026\nLast Updated,Unique ID,OFSI Group ID,UN Reference Number,Name 6\n",
		"<!DOCTYPE html><html>",
	} {
		format, ok := lists.Detect([]byte(head))
		fmt.Printf("%q %t\n", format, ok)
	}
	// Output:
	// "OFAC XML" true
	// "UK Sanctions List CSV" true
	// "" false
}
