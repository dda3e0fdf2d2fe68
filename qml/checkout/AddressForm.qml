// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick
import Vitrine.Theme
import Vitrine.Controls

/// Where an order goes, as couriers in Bangladesh need it.
Column {
    id: form

    required property CheckoutModel checkout

    function focusFirst() { name.forceActiveFocus(Qt.TabFocusReason) }
    /// To the first field that says what is wrong; false where none does.
    function focusProblem(): bool {
        for (const field of [name, phone, division, district, line]) {
            if (field.problem === "")
                continue
            field.forceActiveFocus(Qt.TabFocusReason)
            return true
        }
        return false
    }
    function says(problem: int, missing: string, malformed: string): string {
        return problem === CheckoutModel.Missing ? missing : problem === CheckoutModel.Malformed ? malformed : ""
    }

    spacing: Theme.gap12

    Field {
        id: name
        objectName: "nameField"
        width: parent.width
        label: qsTr("Name")
        text: form.checkout.name
        problem: form.says(form.checkout.nameProblem, qsTr("Who receives it?"), "")
        onTextEdited: form.checkout.name = text
    }
    Field {
        id: phone
        objectName: "phoneField"
        width: parent.width
        label: qsTr("Mobile number")
        text: form.checkout.phone
        inputMethodHints: Qt.ImhDialableCharactersOnly
        problem: form.says(form.checkout.phoneProblem, qsTr("The courier calls before coming."), qsTr("A mobile number has 11 digits and begins with 01."))
        onTextEdited: form.checkout.phone = text
    }
    Row {
        width: parent.width
        spacing: Theme.gap12
        SelectField {
            id: division
            objectName: "divisionField"
            width: (parent.width - Theme.gap12) / 2
            label: qsTr("Division")
            model: form.checkout.divisions.map(region => Format.text(region.name))
            keys: form.checkout.divisions.map(region => region.key)
            chosen: form.checkout.division
            problem: form.says(form.checkout.divisionProblem, qsTr("Choose one"), "")
            onPicked: key => form.checkout.division = key
        }
        SelectField {
            id: district
            objectName: "districtField"
            width: (parent.width - Theme.gap12) / 2
            label: qsTr("District")
            enabled: form.checkout.division !== ""
            model: form.checkout.districts.map(region => Format.text(region.name))
            keys: form.checkout.districts.map(region => region.key)
            chosen: form.checkout.district
            problem: form.says(form.checkout.districtProblem, qsTr("Choose one"), "")
            onPicked: key => form.checkout.district = key
        }
    }
    Field {
        id: line
        objectName: "addressField"
        width: parent.width
        label: qsTr("House, road, area")
        text: form.checkout.line
        problem: form.says(form.checkout.lineProblem, qsTr("Where should it be brought?"), "")
        onTextEdited: form.checkout.line = text
    }
}
