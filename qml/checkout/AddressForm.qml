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
            objectName: "divisionField"
            width: (parent.width - Theme.gap12) / 2
            label: qsTr("Division")
            model: form.checkout.divisions.map(region => Format.text(region.name))
            currentIndex: form.checkout.divisions.findIndex(region => region.key === form.checkout.division)
            problem: form.says(form.checkout.divisionProblem, qsTr("Choose one"), "")
            onActivated: index => {
                form.checkout.division = form.checkout.divisions[index].key
                currentIndex = Qt.binding(() => form.checkout.divisions.findIndex(region => region.key === form.checkout.division))
            }
        }
        SelectField {
            objectName: "districtField"
            width: (parent.width - Theme.gap12) / 2
            label: qsTr("District")
            enabled: form.checkout.division !== ""
            model: form.checkout.districts.map(region => Format.text(region.name))
            currentIndex: form.checkout.districts.findIndex(region => region.key === form.checkout.district)
            problem: form.says(form.checkout.districtProblem, qsTr("Choose one"), "")
            onActivated: index => {
                form.checkout.district = form.checkout.districts[index].key
                currentIndex = Qt.binding(() => form.checkout.districts.findIndex(region => region.key === form.checkout.district))
            }
        }
    }
    Field {
        objectName: "addressField"
        width: parent.width
        label: qsTr("House, road, area")
        text: form.checkout.line
        problem: form.says(form.checkout.lineProblem, qsTr("Where should it be brought?"), "")
        onTextEdited: form.checkout.line = text
    }
}
